package dev.seedance.mock.asset;

import dev.seedance.mock.envelope.Envelope;
import dev.seedance.mock.envelope.JsonBodies;
import dev.seedance.mock.sandbox.Sandbox;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;

/** Register private assets, ask for their state: section 5 of the contract. */
@Controller("/v1/videos/doubao-seedance-2-0/private-avatar")
final class AssetController {

  private final Assets assets;

  AssetController(Assets assets) {
    this.assets = assets;
  }

  @Post(value = "/groups", consumes = MediaType.ALL)
  Envelope<Group> addGroup(Sandbox sandbox, @Body(defaultValue = "") byte[] body) {
    return Envelope.of(assets.addGroup(sandbox, JsonBodies.read(body, GroupRequest.class)));
  }

  @Post(value = "/assets", consumes = MediaType.ALL)
  Envelope<AssetAnswer> add(Sandbox sandbox, @Body(defaultValue = "") byte[] body) {
    return Envelope.of(assets.add(sandbox, JsonBodies.read(body, AssetRequest.class)));
  }

  @Get("/assets/{id}")
  Envelope<AssetAnswer> status(Sandbox sandbox, String id) {
    return Envelope.of(assets.poll(sandbox, id));
  }
}
