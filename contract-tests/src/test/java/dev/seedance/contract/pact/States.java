package dev.seedance.contract.pact;

/**
 * The states of a provider before an interaction. {@link MockStates} sets them up in the mock; a
 * team that verifies another server writes a class like that.
 *
 * <p>A state about a task or an asset takes its business id as {@link #BUSINESS_ID} if one is
 * wanted, and returns the ids that the provider has made: {@link #TASK_ID}, {@link #GROUP_ID},
 * {@link #ASSET_ID}.
 */
final class States {

  static final String QUEUED = "a task is queued";
  static final String IN_PROGRESS = "a task is in progress";
  static final String COMPLETED = "a task has completed";
  static final String COMPLETED_WITH_LAST_FRAME = "a task with a last frame has completed";
  static final String COMPLETED_TWICE = "a task with two results has completed";
  static final String FAILED = "a task has failed";
  static final String SETTLED = "a task has completed and was paid";
  static final String REFUNDED = "a task has failed and was refunded";
  static final String UNKNOWN_STATUS = "a task has a status that the contract does not know";

  static final String NO_WEBHOOK_SECRET = "the account has no webhook secret";
  static final String SOME_MONEY = "the account has some money";
  static final String NO_MONEY = "the account has no money";
  static final String POLICY = "moderation refuses every prompt";
  static final String TOO_MANY_SUBMITS = "there are too many submits";
  static final String TOO_MANY_QUERIES = "there are too many queries of the task";
  static final String SUBMITS_BREAK = "submits break inside the server";
  static final String QUERIES_BREAK = "queries of the task break inside the server";
  static final String NO_LIMITER_FOR_SUBMITS = "the rate limiter of submits is away";
  static final String NO_LIMITER_FOR_QUERIES = "the rate limiter of queries is away";
  static final String EXPLAINS = "the server explains refusals, as the toolkit's mock does";

  static final String GROUP = "there is a group of assets";
  static final String PROCESSING_ASSET = "an asset is being processed";
  static final String ACTIVE_ASSET = "an asset is active";
  static final String FAILED_ASSET = "an asset has failed";

  static final String BUSINESS_ID = "client_business_id";
  static final String TASK_ID = "task_id";
  static final String GROUP_ID = "group_id";
  static final String ASSET_ID = "asset_id";

  private States() {}
}
