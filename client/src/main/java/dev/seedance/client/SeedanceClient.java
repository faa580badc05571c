package dev.seedance.client;

import dev.seedance.client.error.SeedanceException;
import dev.seedance.client.internal.Futures;
import dev.seedance.client.invoker.Operation;
import dev.seedance.client.model.Balance;
import dev.seedance.client.model.GenerationRequest;
import dev.seedance.client.model.GenerationTask;
import dev.seedance.client.model.ListedModel;
import dev.seedance.client.model.ListedType;
import dev.seedance.spec.price.PriceList;
import java.nio.file.Path;
import java.util.List;

/**
 * The API for callers that wait for the response. Thread-safe; make one and keep it.
 *
 * <pre>{@code
 * SeedanceClient client = SeedanceClient.create();
 * GenerationTask task = client.generate(
 *     new GenerationRequest().model(VideoModel.SEEDANCE_2).prompt("A paper boat in the rain"));
 * client.download(task, Path.of("boat.mp4"));
 * }</pre>
 *
 * <p>Every method ends: with a response, or with a {@link SeedanceException} when its time is up. A
 * thread that is interrupted while it waits stops waiting, with a {@code SeedanceIoException} and
 * its interrupt flag set.
 *
 * <p>Close it when your program goes on without it, as when a container takes the program down. Its
 * threads are daemons: a program that ends need not.
 */
public final class SeedanceClient implements AutoCloseable {

  private final SeedanceAsyncClient async;

  SeedanceClient(SeedanceAsyncClient async) {
    this.async = async;
  }

  /**
   * Returns a client with every default; the key comes from the environment: {@code
   * SEEDANCE_API_KEY}.
   */
  public static SeedanceClient create() {
    return builder().build();
  }

  /**
   * Returns a client as the environment describes it: the base URL from {@code SEEDANCE_BASE_URL},
   * if it is set, and the key from {@code SEEDANCE_API_KEY}. Every other option has its default.
   */
  public static SeedanceClient fromEnv() {
    return builder().fromEnv().build();
  }

  /** Starts a client with options of your own. */
  public static SeedanceClientBuilder builder() {
    return new SeedanceClientBuilder(System.getenv());
  }

  /** Returns the same client for callers whose threads must not wait. */
  public SeedanceAsyncClient async() {
    return async;
  }

  /**
   * Orders a video. The response comes at once; the video takes minutes.
   *
   * <p>A submit is repeated after a lost response only if the request has a {@code
   * client_business_id}: without one, a repeat may pay twice.
   *
   * @param request the video to make; it is checked first, and never changed
   * @return the task as booked; it may be in progress already
   * @throws SeedanceException if the request is wrong, refused, over the budget, or left without a
   *     response. If a response came that is no task but names one, {@link
   *     SeedanceException#taskId} has its id
   */
  public GenerationTask submit(GenerationRequest request) {
    return Futures.join(async.submit(request));
  }

  /**
   * Polls a task once.
   *
   * @param id a task id or a business id
   */
  public GenerationTask get(String id) {
    return Futures.join(async.get(id));
  }

  /**
   * Polls once a task that was submitted under an id of yours.
   *
   * @param businessId the {@code client_business_id} of the request
   */
  public GenerationTask getByBusinessId(String businessId) {
    return Futures.join(async.getByBusinessId(businessId));
  }

  /**
   * Waits until a task is final, with the options of this client. It may have been submitted by
   * another process; the first poll comes at once.
   *
   * @param id a task id or a business id
   * @return the completed task; it has its video
   * @throws SeedanceException if the task has failed, or the wait took too long
   */
  public GenerationTask await(String id) {
    return Futures.join(async.await(id));
  }

  /**
   * Waits until a task is final. The first poll comes at once.
   *
   * @param id a task id or a business id
   * @param options the times of the wait
   * @return the completed task; it has its video
   * @throws SeedanceException if the task has failed, or the wait took too long
   */
  public GenerationTask await(String id, AwaitOptions options) {
    return Futures.join(async.await(id, options));
  }

  /**
   * Waits until a task that {@link #submit} has just given is final. The first poll comes after a
   * while; a task that is final already is not polled again.
   *
   * @param submitted the task as it was given
   * @param options the times of the wait
   * @return the completed task; it has its video
   * @throws SeedanceException if the task has failed, or the wait took too long
   */
  public GenerationTask await(GenerationTask submitted, AwaitOptions options) {
    try {
      return Futures.join(async.await(submitted, options));
    } catch (SeedanceException e) {
      e.about(submitted.getId()); // as of an interruption of this thread
      throw e;
    }
  }

  /**
   * Orders a video and waits until it is made, with the options of this client.
   *
   * @param request the video to make
   * @return the completed task; it has its video
   * @throws SeedanceException as {@link #submit} and {@link #await(String)} do
   */
  public GenerationTask generate(GenerationRequest request) {
    return generate(request, async.awaitOptions());
  }

  /**
   * Orders a video and waits until it is made.
   *
   * @param request the video to make
   * @param options the times of the wait
   * @return the completed task; it has its video
   * @throws SeedanceException as {@link #submit} and {@link #await(String)} do
   */
  public GenerationTask generate(GenerationRequest request, AwaitOptions options) {
    return await(submit(request), options);
  }

  /**
   * Downloads the video of a completed task, with every option at its default.
   *
   * @param task a completed task with one video
   * @param target the file; its folders are made, and a file of that name is replaced
   * @return the file
   * @throws SeedanceException as {@link #download(GenerationTask, Path, DownloadOptions)} does
   */
  public Path download(GenerationTask task, Path target) {
    return Futures.join(async.download(task, target));
  }

  /**
   * Downloads the video of a completed task. The file appears under its name when it is whole;
   * after a broken connection the download continues at the same byte.
   *
   * @param task a completed task with one video
   * @param target the file; its folders are made
   * @param options the options of the download
   * @return the file
   * @throws SeedanceException if the link has expired or leads to no video, the connection broke
   *     too often, or the file can't be written
   * @throws IllegalArgumentException if the task has several videos: download each of them by
   *     {@link #downloadUrl}
   */
  public Path download(GenerationTask task, Path target, DownloadOptions options) {
    return Futures.join(async.download(task, target, options));
  }

  /**
   * Downloads any result: one of several videos, a last frame, the video of a webhook event.
   *
   * @param url the address of the file
   * @param target the file; its folders are made
   * @param options the options of the download
   * @return the file
   * @throws SeedanceException as {@link #download(GenerationTask, Path, DownloadOptions)} does
   */
  public Path downloadUrl(String url, Path target, DownloadOptions options) {
    return Futures.join(async.downloadUrl(url, target, options));
  }

  /** Returns the private assets: pictures, clips and voices to use again and again. */
  public Assets assets() {
    return new Assets(async.assets());
  }

  /** Returns the uploads of local files for requests. */
  public Uploads uploads() {
    return new Uploads(async.uploads());
  }

  /** Returns the balance of this key, and the sum that it has spent. */
  public Balance balance() {
    return Futures.join(async.balance());
  }

  /** Returns the balance of the account over all its keys, and the sum that it has spent. */
  public Balance userBalance() {
    return Futures.join(async.userBalance());
  }

  /**
   * Returns the prices of video models, asked for now. {@code Estimator.of} makes the cost of a
   * request of them. A model without prices is not free.
   */
  public PriceList pricing() {
    return Futures.join(async.pricing());
  }

  /**
   * Returns the models that this key may use.
   *
   * @param type the kind of models; those of this toolkit are of video
   */
  public List<ListedModel> models(ListedType type) {
    return Futures.join(async.models(type));
  }

  /**
   * Runs an operation of the contract that has no method here. Only reads are repeated.
   *
   * @param operation made by a class of {@code dev.seedance.client.api}
   */
  public <T> T call(Operation<T> operation) {
    return Futures.join(async.call(operation));
  }

  /**
   * Closes this client and its {@link #async()} twin, ends their threads, and returns. Calls, waits
   * and downloads under way fail with a {@link SeedanceException}; a task that was submitted goes
   * on at the server. Later calls fail with an {@link IllegalStateException}. An {@link
   * SeedanceClientBuilder#httpClient HTTP client of yours} stays open. A second call does nothing.
   */
  @Override
  public void close() {
    async.close();
  }
}
