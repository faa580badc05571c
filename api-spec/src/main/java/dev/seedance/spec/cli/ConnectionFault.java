package dev.seedance.spec.cli;

import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * A fault of a connection, in words that say what to do.
 *
 * @param words the server's address goes before
 * @param sign tells the fault from a failure or one of its causes
 */
public record ConnectionFault(String words, Predicate<Throwable> sign) {

  /** All faults; the first that fits is the one to name. */
  private static final List<ConnectionFault> ALL =
      List.of(
          new ConnectionFault(
              "the name of the host, or of a proxy, has no address: is it spelt right, is there a"
                  + " network?",
              is(UnresolvedAddressException.class).or(is(UnknownHostException.class))),
          new ConnectionFault(
              "no connection in time: are host, port and http:// or https:// right, or does a firewall drop the call?",
              is(HttpConnectTimeoutException.class)),
          new ConnectionFault(
              "the server accepts the connection and sends no response in time",
              is(HttpTimeoutException.class)),
          new ConnectionFault(
              "its certificate is expired or not yet valid: is the clock of this machine right?",
              is(CertificateExpiredException.class).or(is(CertificateNotYetValidException.class))),
          new ConnectionFault(
              "its certificate is for another host: call it by a name in the certificate",
              is(CertificateException.class)
                  .and(says("No subject alternative").or(says("No name matching")))),
          new ConnectionFault(
              "its certificate is not trusted: if it comes from a certificate authority of your own,"
                  + " name that by --ca FILE",
              is(CertPathValidatorException.class).or(says("PKIX path"))),
          new ConnectionFault(
              "it does not speak TLS on this port: does its URL begin with http://?",
              is(SSLException.class)
                  .and(says("nrecognized SSL message").or(says("not an SSL/TLS record")))),
          new ConnectionFault(
              "the two sides agree on no encrypted connection", is(SSLException.class)),
          new ConnectionFault(
              "the proxy makes no tunnel to it: does it allow the host, and know the user and"
                  + " password?",
              says("Tunnel failed")),
          new ConnectionFault(
              "nothing listens there: is the server running, and are host and port right?",
              is(ConnectException.class)),
          new ConnectionFault(
              "it sends no response of HTTP: does its URL begin with https://, and is the port"
                  + " right?",
              is(ProtocolException.class)
                  .or(says("received no bytes"))
                  .or(says("Invalid status line"))
                  .or(says("Connection reset"))));

  /** Returns the fault that a failed call shows; empty if it is none of the known. */
  public static Optional<ConnectionFault> of(@Nullable Throwable failure) {
    var chain = new ArrayList<Throwable>();
    for (Throwable one = failure; one != null && !chain.contains(one); one = one.getCause()) {
      chain.add(one);
    }
    return ALL.stream().filter(fault -> chain.stream().anyMatch(fault.sign)).findFirst();
  }

  private static Predicate<Throwable> is(Class<?> type) {
    return type::isInstance;
  }

  private static Predicate<Throwable> says(String text) {
    return failure -> failure.getMessage() != null && failure.getMessage().contains(text);
  }
}
