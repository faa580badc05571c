package dev.seedance.contract.pact;

import static dev.seedance.contract.pact.Bodies.failure;
import static dev.seedance.contract.pact.Bodies.json;
import static dev.seedance.contract.pact.Bodies.success;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.Matchers;
import dev.seedance.client.SeedanceClient;
import dev.seedance.client.error.AuthenticationException;
import dev.seedance.client.error.BadRequestException;
import dev.seedance.client.model.AssetType;
import dev.seedance.client.model.AvatarAsset;
import dev.seedance.client.model.AvatarAssetRequest;
import java.util.List;
import java.util.function.Consumer;

/** Groups and private assets. */
final class AssetNeeds {

  private static final String BASE = "/v1/videos/doubao-seedance-2-0/private-avatar";
  private static final String GROUPS = BASE + "/groups";
  private static final String ASSETS = BASE + "/assets";
  private static final String GROUP = "pg_01KX7P3A9Z8Y6X4W2V0T1S3R5Q";
  private static final String ASSET = "pa_01KX7P5B2C8D4F6G9H3J7K1MNQ";
  private static final String SOURCE = "https://media.example.com/portrait.png";

  private AssetNeeds() {}

  static List<Need> all() {
    return List.of(
        createGroup("a new group of assets")
            .responds(200, success(AssetNeeds::group))
            .when(
                client ->
                    assertThat(client.api().assets().createGroup("Cast").getGroupId())
                        .isEqualTo(GROUP)),
        createGroup("a new group of assets with an unknown key")
            .withKey(Pacts.UNKNOWN_KEY)
            .responds(401, failure())
            .when(
                client ->
                    client.refused(
                        AuthenticationException.class, api -> api.assets().createGroup("Cast"))),
        Need.of("a new group of assets without a name")
            .posts(GROUPS, json(body -> body.stringValue("name", "")))
            .responds(400, failure())
            .when(
                client ->
                    client.refused(BadRequestException.class, api -> api.assets().createGroup(""))),
        createAsset("a new asset")
            .given(States.GROUP)
            .responds(200, success(asset("processing")))
            .when(client -> assertThat(create(client.api()).getStatus()).isEqualTo("processing")),
        createAsset("a new asset in a group that nobody has made")
            .responds(400, failure())
            .when(client -> client.refused(BadRequestException.class, AssetNeeds::create)),
        poll(States.PROCESSING_ASSET, "processing"),
        poll(States.ACTIVE_ASSET, "active"),
        poll(States.FAILED_ASSET, "failed"),
        Need.of("a look at an asset that nobody has registered")
            .gets(ASSETS + "/" + ASSET)
            .responds(400, failure())
            .when(
                client ->
                    client.refused(BadRequestException.class, api -> api.assets().get(ASSET))));
  }

  private static Need createGroup(String description) {
    return Need.of(description).posts(GROUPS, json(body -> body.stringType("name", "Cast")));
  }

  private static Need createAsset(String description) {
    return Need.of(description)
        .posts(
            ASSETS,
            json(
                body ->
                    body.valueFromProviderState("group_id", "${group_id}", GROUP)
                        .stringMatcher("asset_type", "image|video|audio", "image")
                        .stringMatcher("source_url", Bodies.URL, SOURCE)));
  }

  private static Need poll(String state, String status) {
    return Need.of("a look while " + state)
        .given(state)
        .gets(Matchers.fromProviderState(ASSETS + "/${asset_id}", ASSETS + "/" + ASSET))
        .responds(200, success(asset(status)))
        .when(client -> assertThat(client.api().assets().get(ASSET).getStatus()).isEqualTo(status));
  }

  private static AvatarAsset create(SeedanceClient client) {
    return client
        .assets()
        .createAsset(
            new AvatarAssetRequest().groupId(GROUP).assetType(AssetType.IMAGE).sourceUrl(SOURCE));
  }

  private static void group(LambdaDslObject data) {
    data.stringMatcher("group_id", "pg_.+", GROUP).stringType("name", "Cast");
  }

  private static Consumer<LambdaDslObject> asset(String status) {
    return data ->
        data.stringMatcher("asset_id", "pa_.+", ASSET)
            .stringMatcher("asset_url", "asset://pa_.+", "asset://" + ASSET)
            .stringMatcher("group_id", "pg_.+", GROUP)
            .stringMatcher("asset_type", "image|video|audio", "image")
            .stringMatcher("source_url", Bodies.URL, SOURCE)
            .stringValue("status", status);
  }
}
