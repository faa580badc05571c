package dev.seedance.contract.lifecycle;

import dev.seedance.contract.exchange.WebhookReceiver;
import dev.seedance.spec.ApiSpec;
import java.net.URI;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.ActionChainArbitrary;
import net.jqwik.api.state.Transformer;

/** Random stories of a sandbox: each is a list of steps that people can read. */
final class Stories {

  private static final int LONGEST = 12;

  private Stories() {}

  static ActionChainArbitrary<World> of(URI server, WebhookReceiver receiver) {
    return standingStill(server, receiver)
        .withAction(2, step(modes()))
        .withAction(2, step(revisions()));
  }

  /** Returns stories in which time moves by steps alone, so that each run of one is the same. */
  static ActionChainArbitrary<World> standingStill(URI server, WebhookReceiver receiver) {
    return ActionChain.startWith(() -> new World(server, receiver))
        .withAction(5, step(submits()))
        .withAction(4, step(polls()))
        .withAction(4, step(moves()))
        .withAction(2, step(ends()))
        .withAction(1, just("reset the sandbox", World::reset))
        .withAction(1, just("save a snapshot", World::save))
        .withAction(1, just("restore the snapshot", World::restore))
        .withMaxTransformations(LONGEST);
  }

  private static Arbitrary<Transformer<World>> submits() {
    return Combinators.combine(
            orders(),
            Arbitraries.of("seedance-2", "seedance-2-fast", "seedance-2-mini"),
            Arbitraries.of("realistic", "instant", "content-rejected", "stuck", "slow"),
            Arbitraries.of(true, false))
        .as(
            (order, model, scenario, callback) ->
                act(
                    "submit %s to %s, %s%s"
                        .formatted(order, model, scenario, callback ? ", with a callback" : ""),
                    world -> world.submit(order, model, scenario, callback)));
  }

  private static Arbitrary<Transformer<World>> polls() {
    return Combinators.combine(orders(), Arbitraries.of(false, true))
        .as(
            (order, byTaskId) ->
                act(
                    "poll %s by its %s".formatted(order, byTaskId ? "task id" : "business id"),
                    world -> world.poll(order, byTaskId)));
  }

  private static Arbitrary<Transformer<World>> moves() {
    Arbitrary<Transformer<World>> toNext =
        Arbitraries.just(
            act("move time to the next event", world -> world.move("advance-to-next", "")));
    Arbitrary<Transformer<World>> by =
        Arbitraries.of("PT1S", "PT30S", "PT2M", "PT20M", "PT25H")
            .map(
                time ->
                    act(
                        "move time on by " + time,
                        world -> world.move("advance", "{\"by\":\"" + time + "\"}")));
    return Arbitraries.oneOf(toNext, by);
  }

  private static Arbitrary<Transformer<World>> modes() {
    return Arbitraries.of(
            "{\"mode\":\"frozen\"}",
            "{\"mode\":\"auto\"}",
            "{\"mode\":\"real\"}",
            "{\"mode\":\"scaled\",\"scale\":600}")
        .map(mode -> act("set the clock to " + mode, world -> world.flow(mode)));
  }

  private static Arbitrary<Transformer<World>> revisions() {
    return Arbitraries.of(ApiSpec.revisions())
        .map(revision -> act("hold submits to revision " + revision, w -> w.hold(revision)));
  }

  private static Arbitrary<Transformer<World>> ends() {
    return Combinators.combine(orders(), Arbitraries.of("completed", "failed"))
        .as(
            (order, status) ->
                act("make %s end as %s".formatted(order, status), w -> w.end(order, status)));
  }

  private static Arbitrary<String> orders() {
    return Arbitraries.of("order-1", "order-2", "order-3");
  }

  private static Transformer<World> act(String words, Consumer<World> act) {
    return Transformer.mutate(words, act);
  }

  private static Action.Independent<World> just(String words, Consumer<World> act) {
    return step(Arbitraries.just(act(words, act)));
  }

  private static Action.Independent<World> step(Arbitrary<Transformer<World>> transformers) {
    return () -> transformers;
  }
}
