package dev.seedance.client;

import dev.seedance.client.api.AccountApi;
import dev.seedance.client.api.GenerationsApi;
import dev.seedance.client.error.SeedanceException;
import dev.seedance.client.internal.Futures;
import dev.seedance.client.internal.Results;
import dev.seedance.client.internal.UnderWay;
import dev.seedance.client.invoker.Operation;
import dev.seedance.client.model.Balance;
import dev.seedance.client.model.GenerationRequest;
import dev.seedance.client.model.GenerationTask;
import dev.seedance.client.model.ListedModel;
import dev.seedance.client.model.ListedType;
import dev.seedance.client.model.ResultVideo;
import dev.seedance.spec.price.PriceList;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The API for callers whose threads must not wait: {@link SeedanceClient#async()} gives it. Its
 * methods do the same as those of {@link SeedanceClient}, and return futures.
 *
 * <p>Waiting holds no thread. A future fails with a {@link SeedanceException}, or with the
 * exception of a listener. Cancelling it ends the call or the wait under way; a task that was
 * submitted goes on at the server. Actions chained to a future run on the JVM's common pool; only
 * listeners run on a thread of the client or of the JVM that others need too. Thread-safe.
 */
public final class SeedanceAsyncClient implements AutoCloseable {

  private final UnderWay underWay;
  private final Calls calls;
  private final Downloads downloads;
  private final RequestCheck check;
  private final Prices prices;
  private final @Nullable Purse purse;
  private final boolean generateBusinessIds;
  private final AwaitOptions awaitOptions;

  SeedanceAsyncClient(
      UnderWay underWay,
      Calls calls,
      Downloads downloads,
      RequestCheck check,
      Prices prices,
      @Nullable Purse purse,
      boolean generateBusinessIds,
      AwaitOptions awaitOptions) {
    this.underWay = underWay;
    this.calls = calls;
    this.downloads = downloads;
    this.check = check;
    this.prices = prices;
    this.purse = purse;
    this.generateBusinessIds = generateBusinessIds;
    this.awaitOptions = awaitOptions;
  }

  /** As {@link SeedanceClient#submit}. */
  public CompletableFuture<GenerationTask> submit(GenerationRequest request) {
    return Futures.starting(
        () -> {
          Submission submission = Submission.of(request, generateBusinessIds).checkedBy(check);
          return purse == null
              ? send(submission, Attempts.UNWATCHED)
              : purse.pay(submission, watch -> send(submission, watch));
        });
  }

  private CompletableFuture<GenerationTask> send(Submission submission, Attempts watch) {
    return calls.watched(submission.operation(), submission.isRepeatable(), watch);
  }

  /** As {@link SeedanceClient#get}. */
  public CompletableFuture<GenerationTask> get(String id) {
    return calls.repeatable(GenerationsApi.getGeneration(requireId(id)));
  }

  /** As {@link SeedanceClient#getByBusinessId}. */
  public CompletableFuture<GenerationTask> getByBusinessId(String businessId) {
    return get(businessId);
  }

  /** As {@link SeedanceClient#await(String)}. */
  public CompletableFuture<GenerationTask> await(String id) {
    return await(id, awaitOptions);
  }

  /** As {@link SeedanceClient#await(String, AwaitOptions)}. */
  public CompletableFuture<GenerationTask> await(String id, AwaitOptions options) {
    return calls.await(requireId(id), options);
  }

  /** As {@link SeedanceClient#await(GenerationTask, AwaitOptions)}. */
  public CompletableFuture<GenerationTask> await(GenerationTask submitted, AwaitOptions options) {
    return Futures.about(submitted.getId(), calls.await(submitted, options));
  }

  /** As {@link SeedanceClient#generate(GenerationRequest)}. */
  public CompletableFuture<GenerationTask> generate(GenerationRequest request) {
    return generate(request, awaitOptions);
  }

  /** As {@link SeedanceClient#generate(GenerationRequest, AwaitOptions)}. */
  public CompletableFuture<GenerationTask> generate(
      GenerationRequest request, AwaitOptions options) {
    return Futures.chain(submit(request), task -> await(task, options));
  }

  /** As {@link SeedanceClient#download(GenerationTask, Path)}. */
  public CompletableFuture<Path> download(GenerationTask task, Path target) {
    return download(task, target, DownloadOptions.defaults());
  }

  /** As {@link SeedanceClient#download(GenerationTask, Path, DownloadOptions)}. */
  public CompletableFuture<Path> download(
      GenerationTask task, Path target, DownloadOptions options) {
    return Futures.starting(
        () -> {
          List<ResultVideo> videos = Results.videos(task);
          if (videos.size() > 1) {
            throw new IllegalArgumentException(
                "task %s has %d videos: download each url".formatted(task.getId(), videos.size()));
          }
          return downloads.file(videos.get(0).getUrl(), target, options, Results.expiry(task));
        });
  }

  /** As {@link SeedanceClient#downloadUrl}. */
  public CompletableFuture<Path> downloadUrl(String url, Path target, DownloadOptions options) {
    return Futures.starting(() -> downloads.file(url, target, options, null));
  }

  /** As {@link SeedanceClient#assets}. */
  public AsyncAssets assets() {
    return new AsyncAssets(calls, awaitOptions);
  }

  /** As {@link SeedanceClient#uploads}. */
  public AsyncUploads uploads() {
    return new AsyncUploads(calls);
  }

  /** As {@link SeedanceClient#balance}. */
  public CompletableFuture<Balance> balance() {
    return calls.repeatable(AccountApi.getBalance());
  }

  /** As {@link SeedanceClient#userBalance}. */
  public CompletableFuture<Balance> userBalance() {
    return calls.repeatable(AccountApi.getUserBalance());
  }

  /** As {@link SeedanceClient#pricing}. */
  public CompletableFuture<PriceList> pricing() {
    return prices.now();
  }

  /** As {@link SeedanceClient#models}. */
  public CompletableFuture<List<ListedModel>> models(ListedType type) {
    return Futures.map(
        calls.repeatable(AccountApi.listModels(type)), list -> List.copyOf(list.getData()));
  }

  /** As {@link SeedanceClient#call}. */
  public <T> CompletableFuture<T> call(Operation<T> operation) {
    return operation.method().equals("GET") ? calls.repeatable(operation) : calls.once(operation);
  }

  /** As {@link SeedanceClient#close}; the two are one client. */
  @Override
  public void close() {
    underWay.close();
  }

  AwaitOptions awaitOptions() {
    return awaitOptions;
  }

  private static String requireId(String id) {
    if (id.isBlank()) {
      throw new IllegalArgumentException("the id is blank; give a task id or a business id");
    }
    return id;
  }
}
