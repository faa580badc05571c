package dev.seedance.spec.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceListTest {

  private static final PriceList MOCK = PriceList.ofMock();

  @ParameterizedTest
  @CsvSource({
    "seedance-2, 720p, 5, 1, false, 0.4",
    "seedance-2, 4k, 15, 4, false, 24",
    "seedance-2-mini, 480p, 12, 1, false, 0.12",
    // 1112 x 834 x 24 x 5 / 1024 = 108,680.6 tokens, 7 USD a million
    "seedance-2-5, 720p, 5, 1, false, 0.760767",
    // (15 + 5) s: 434,722.5 tokens, 4.30 USD a million
    "seedance-2-5, 720p, 5, 1, true, 1.869309",
    // 1668 x 1252 x 24 x 30 / 1024 = 1,468,361.25 tokens, 7.70 USD a million
    "seedance-2-5-cn, 1080p, 30, 1, false, 11.306388",
    "seedance-2-5-global, 1080p, 30, 2, false, 22.612768"
  })
  void gives_the_cost_of_an_order(
      String model, String resolution, int seconds, int outputs, boolean video, BigDecimal cost) {
    assertThat(known(MOCK, new Order(model, resolution, seconds, outputs, video)).amount())
        .isEqualByComparingTo(cost);
  }

  @Test
  void a_cost_by_the_second_assumes_nothing_and_one_by_tokens_says_what() {
    assertThat(known(MOCK, new Order("seedance-2", "720p", 5, 1, false)).assumptions()).isEmpty();
    assertThat(known(MOCK, new Order("seedance-2-5", "720p", 5, 1, true)).assumptions())
        .containsExactly(
            "434,723 tokens, by the upstream's formula: 1112 x 834 pixels (the largest 720p frame)"
                + " x 24 frames/s x (15 s of input video + 5 s of output) x 1 / 1024;"
                + " the bill counts the real ones");
  }

  @Test
  void an_absent_price_is_unknown_and_never_free() {
    assertThat(MOCK.of(new Order("seedance-9", "720p", 5, 1, false)))
        .isEqualTo(new Cost.Unknown("the price list does not have the model 'seedance-9'"));
    assertThat(MOCK.of(new Order("seedance-2-fast", "4k", 5, 2, false)))
        .isEqualTo(
            new Cost.Unknown(
                "the price list has no price for 2 x 5 s of seedance-2-fast at 4k, without input video"));
    assertThat(cost(list("")))
        .isEqualTo(
            new Cost.Unknown(
                "the price list has no price of 'kite', which does not mean that it is free"));
  }

  @ParameterizedTest
  @CsvSource({
    "seedance-9, 720p, 5, 1, 2",
    "seedance-2, 8k, 5, 2, 4",
  })
  void the_dearest_price_is_there_for_what_has_none(
      String model, String resolution, int seconds, int outputs, BigDecimal cost) {
    assertThat(MOCK.dearest(new Order(model, resolution, seconds, outputs, false)).amount())
        .isEqualByComparingTo(cost);
  }

  @ParameterizedTest
  @CsvSource({"text_input_tokens, 1m_tokens", "moon_phases, second", "output_seconds, fortnight"})
  void what_can_not_be_counted_is_unknown(String basis, String unit) {
    assertThat(cost(list(price("a", "", basis, unit, "1"))))
        .isEqualTo(
            new Cost.Unknown(
                "'kite' is charged by '%s' in units of '%s', which can't be counted beforehand"
                    .formatted(basis, unit)));
  }

  @Test
  void a_price_with_more_conditions_takes_precedence_over_a_dearer_one_with_fewer() {
    String any = price("a", "", "request", "request", "9");
    String of720p = price("a", "'resolution':'720P'", "request", "request", "2");
    String of480p = price("a", "'resolution':'480p'", "request", "request", "1");

    assertThat(known(cost(list(any + "," + of720p + "," + of480p))).amount()).isEqualTo("2.000000");
  }

  @Test
  void of_several_groups_the_dearest_counts_and_is_said_to() {
    String a = price("vip", "", "request", "request", "1");
    String b = price("default", "", "request", "request", "2");

    assertThat(known(cost(list(a + "," + b))))
        .satisfies(
            cost -> {
              assertThat(cost.amount()).isEqualByComparingTo("2");
              assertThat(cost.assumptions())
                  .containsExactly(
                      "the dearest of 2 prices that apply, that of the group 'default'");
            });
  }

  @Test
  void a_condition_that_is_not_understood_is_taken_as_met_and_said() {
    String price = price("a", "'moon':'full','resolution':null", "request", "request", "1");

    assertThat(known(cost(list(price))).assumptions())
        .containsExactly("conditions of the price that are not understood are taken as met: moon");
  }

  @Test
  void floats_never_touch_an_amount() {
    String price = price("a", "", "output_seconds", "second", "0.1");

    assertThat(known(cost(list(price.replace("'0.1'", "0.1")))).amount())
        .isEqualTo(new BigDecimal("0.700000"));
  }

  @Test
  void pages_make_one_list() {
    PriceList list = MOCK.and(list(price("a", "", "request", "request", "1")));

    assertThat(known(cost(list)).amount()).isEqualByComparingTo("1");
    assertThatThrownBy(() -> MOCK.and(new PriceList("EUR", MOCK.models())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a price list in USD can't go on in EUR");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[]                                          | /currency is missing; expected a text",
        "{'currency':'USD'}                          | /data is missing; expected an array",
        "{'currency':'USD','data':[{'id':7}]}        | /data/0/id is 7; expected a text",
        "{'currency':'USD','data':[{'id':'kite'}]}   | /data/0/prices is missing; expected an array",
        "{'currency                                  | no JSON: "
      })
  void another_document_is_refused_with_its_place(String json, String message) {
    assertThatThrownBy(() -> PriceList.parse(json.replace('\'', '"')))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource({"-1", "abc", "1e999999999", "NaN", "''"})
  void a_price_that_is_no_amount_is_refused(String unitPrice) {
    assertThatThrownBy(() -> list(price("a", "", "request", "request", unitPrice)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(
            "/data/0/prices/0/unit_price is \"" + unitPrice + "\"; expected a decimal");
  }

  private static Cost cost(PriceList list) {
    return list.of(new Order("kite", "720p", 7, 1, false));
  }

  private static Cost.Known known(PriceList list, Order order) {
    return known(list.of(order));
  }

  private static Cost.Known known(Cost cost) {
    assertThat(cost).isInstanceOf(Cost.Known.class);
    return (Cost.Known) cost;
  }

  private static PriceList list(String prices) {
    return PriceList.parse(
        "{'object':'list','currency':'USD','data':[{'id':'kite','prices':[%s]}],'has_more':false}"
            .formatted(prices)
            .replace('\'', '"'));
  }

  private static String price(
      String group, String conditions, String basis, String unit, String unitPrice) {
    return ("{'group':'%s','conditions':{%s},'charge_type':'x','price_basis':'%s','unit':'%s',"
            + "'unit_price':'%s'}")
        .formatted(group, conditions, basis, unit, unitPrice);
  }
}
