package dev.seedance.contract.verify.checks;

import dev.seedance.contract.verify.Target;
import dev.seedance.contract.verify.exchange.Call;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The calls of the contract, without a key. */
final class Calls {

  /** An id that no task has. */
  static final String UNKNOWN_TASK = Target.UNKNOWN_TASK;

  /** An id that no asset has. */
  static final String UNKNOWN_ASSET = "pa_00000000000000000000000000";

  /** A submit that no model takes, so that it costs nothing. */
  static final String REFUSED_REQUEST =
      """
      {"model":"seedance-2","prompt":"A paper boat","duration":3}""";

  /** The cheapest request there is. */
  static final String CHEAPEST =
      "\"model\":\"seedance-2-mini\",\"duration\":4,\"resolution\":\"480p\"";

  /** The path of the prices. */
  static final String PRICING = "/v1/pricing";

  private static final String AVATARS = "/v1/videos/doubao-seedance-2-0/private-avatar";

  private Calls() {}

  static Call submit(String body) {
    return Call.post("createGeneration", "/v1/videos/generations", body);
  }

  static Call submit(byte[] body) {
    return Call.post("createGeneration", "/v1/videos/generations", body);
  }

  /** Returns the cheapest request there is, with more members in it. */
  static Call submitCheapest(String prompt, String moreMembers) {
    return submit("{" + CHEAPEST + ",\"prompt\":\"" + prompt + "\"" + moreMembers + "}");
  }

  static Call status(String id) {
    return Call.get("getGeneration", "/v1/videos/generations/" + encode(id));
  }

  static Call createGroup(String body) {
    return Call.post("createAvatarGroup", AVATARS + "/groups", body);
  }

  static Call createAsset(String body) {
    return Call.post("createAvatarAsset", AVATARS + "/assets", body);
  }

  static Call asset(String id) {
    return Call.get("getAvatarAsset", AVATARS + "/assets/" + encode(id));
  }

  static Call balance() {
    return Call.get("getBalance", "/v1/balance");
  }

  static Call userBalance() {
    return Call.get("getUserBalance", "/v1/user/balance");
  }

  static Call balanceByShortPath() {
    return Call.get("getBalanceByShortPath", "/balance");
  }

  static Call userBalanceByShortPath() {
    return Call.get("getUserBalanceByShortPath", "/user/balance");
  }

  static Call pricing(String query) {
    return Call.get("listPricing", PRICING + query);
  }

  static Call models(String query) {
    return Call.get("listModels", "/v1/models" + query);
  }

  static String encode(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
