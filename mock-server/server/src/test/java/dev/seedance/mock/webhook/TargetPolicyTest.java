package dev.seedance.mock.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetPolicyTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/hook",
        "http://127.8.9.10:81/hook",
        "http://[::1]:9000/hook",
        "http://[::ffff:127.0.0.1]/hook", // IPv4-mapped: the JDK makes an IPv4 address of it
        "https://127.0.0.1/"
      })
  void loopback_addresses_are_allowed_in_every_spelling(String url) throws Exception {
    assertThat(addresses(policy(), url)).allMatch(InetAddress::isLoopbackAddress).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://10.0.0.1/hook",
        "http://192.168.1.1/hook",
        "http://169.254.169.254/latest/meta-data",
        "http://0.0.0.0:8080/hook",
        "http://[::]:8080/hook",
        "http://[::ffff:10.0.0.1]/hook",
        "http://[::127.0.0.1]/hook", // IPv4-compatible: an IPv6 address of its own
        "http://[64:ff9b::7f00:1]/hook", // NAT64
        "http://[fe80::1]/hook",
        "http://[fd00::1]/hook",
        "http://255.255.255.255/hook",
        "http://224.0.0.1/hook"
      })
  void any_other_address_is_refused_with_the_option_that_would_allow_it(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> addresses(policy(), url))
        .withMessageContaining("not allowed", "--allow-webhook-host");
  }

  @Test
  void an_allowed_host_may_be_anywhere_but_where_no_receiver_can_be() throws Exception {
    var policy = answering("10.0.0.7", "0.0.0.0", "224.0.0.1", "169.254.169.254");
    assertThat(addresses(policy, "http://Receiver.Example.:9000/hook"))
        .extracting(InetAddress::getHostAddress)
        .containsExactly("10.0.0.7");
  }

  @Test
  void a_name_that_is_not_allowed_is_refused_by_its_address() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> addresses(answering("10.0.0.7"), "http://other.example/hook"))
        .withMessageContaining("'other.example' is at 10.0.0.7");
  }

  @Test
  void a_link_local_address_is_allowed_by_itself_only() throws Exception {
    var policy = new TargetPolicy(List.of("169.254.1.1"), InetAddress::getAllByName);
    assertThat(addresses(policy, "http://169.254.1.1/hook")).hasSize(1);
  }

  @Test
  void of_several_addresses_only_the_allowed_ones_are_connected_to() throws Exception {
    assertThat(addresses(answering("10.0.0.7", "127.0.0.1"), "http://both.example/"))
        .extracting(InetAddress::getHostAddress)
        .containsExactly("127.0.0.1");
  }

  @Test
  void a_name_is_resolved_anew_for_every_attempt() throws Exception {
    Queue<String> answers = new ArrayDeque<>(List.of("127.0.0.1", "10.0.0.7"));
    var policy = new TargetPolicy(List.of(), host -> parsed(answers.remove()));
    assertThat(addresses(policy, "http://rebinding.example/")).hasSize(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> addresses(policy, "http://rebinding.example/"));
  }

  private static TargetPolicy policy() {
    return new TargetPolicy(List.of(), InetAddress::getAllByName);
  }

  private static TargetPolicy answering(String... addresses) {
    return new TargetPolicy(List.of("receiver.EXAMPLE"), host -> parsed(addresses));
  }

  private static InetAddress[] parsed(String... literals) throws UnknownHostException {
    var addresses = new InetAddress[literals.length];
    for (int i = 0; i < literals.length; i++) {
      addresses[i] = InetAddress.getAllByName(literals[i])[0];
    }
    return addresses;
  }

  private static List<InetAddress> addresses(TargetPolicy policy, String url)
      throws UnknownHostException {
    return policy.addresses(Target.parse(url));
  }
}
