package dev.seedance.mock.asset;

import dev.seedance.mock.http.Envelope;
import dev.seedance.mock.sandbox.Sandbox;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;

/** Registration and polls of private assets: section 5 of the contract. */
@Controller("/v1/videos/doubao-seedance-2-0/private-avatar")
final class AssetController {

  private final Assets assets;

  AssetController(Assets assets) {
    this.assets = assets;
  }

  @Post(value = "/groups", consumes = MediaType.ALL)
  Envelope<Group> addGroup(Sandbox sandbox, @Body(defaultValue = "") byte[] body) {
    return Envelope.of(assets.addGroup(sandbox, body));
  }

  @Post(value = "/assets", consumes = MediaType.ALL)
  Envelope<AssetResponse> add(Sandbox sandbox, @Body(defaultValue = "") byte[] body) {
    return Envelope.of(assets.add(sandbox, body));
  }

  @Get("/assets/{id}")
  Envelope<AssetResponse> status(Sandbox sandbox, String id) {
    return Envelope.of(assets.poll(sandbox, id));
  }
}
