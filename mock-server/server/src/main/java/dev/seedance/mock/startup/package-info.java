/**
 * Everything that makes the server start faster. Nobody imports this package: without it the server
 * works, and starts more slowly.
 *
 * <p>The time to the first response, from {@code src/benchmark/startup.sh}: median of 7 starts in
 * turn on 2 cores of an AMD EPYC, JDK 17.0.15, 2026-11-30. With all of it: 410 ms.
 *
 * <table>
 *   <caption>The tricks</caption>
 *   <tr><th>trick</th><th>without it</th><th>to switch it off</th></tr>
 *   <tr><td>class-data archive, from the classes that {@link WarmUp} loads</td><td>+466 ms</td>
 *       <td>start without {@code -XX:SharedArchiveFile}</td></tr>
 *   <tr><td>AOT cache in its place on JDK 25, from the same classes</td><td>see
 *       {@code src/benchmark/first.sh}</td><td>start without {@code -XX:AOTCache}</td></tr>
 *   <tr><td>{@link ListedServices}, written by {@link ServiceList}</td><td>+137 ms</td>
 *       <td>delete both, and their step in the POM</td></tr>
 *   <tr><td>{@link FastStart}: no events for a flight recorder</td><td>+74 ms</td>
 *       <td>{@code -Djfr.unsupported.vm=false}</td></tr>
 *   <tr><td>{@link FastStart}: classes are loaded while the options are read</td><td>+65 ms</td>
 *       <td>start {@code dev.seedance.mock.cli.MockCommand}</td></tr>
 *   <tr><td>{@link LazyJsonMapper} and {@link ResponseWriter}</td><td>+30 ms</td>
 *       <td>delete both</td></tr>
 *   <tr><td>{@link ValidatorWarmUp}: 200 ms after the server listens, not at once</td>
 *       <td>+270 ms of processor time</td><td>delete it: the first submit creates the validator</td></tr>
 * </table>
 */
@NullMarked
package dev.seedance.mock.startup;

import org.jspecify.annotations.NullMarked;
