package dev.seedance.client;

import dev.seedance.spec.price.PriceList;

/** Price lists with round figures. */
public final class PriceLists {

  private PriceLists() {}

  /** The JSON of a page: seedance-2 at 1 USD a request; further members start with a comma. */
  public static String page(String model, String further) {
    return """
        {"object":"list","currency":"USD","data":[{"id":"%s","type":"video","prices":[
        {"group":"default","conditions":{},"charge_type":"per_request","price_basis":"request",
        "unit":"request","unit_price":"1"}]}]%s}"""
        .formatted(model, further)
        .replace("\n", "");
  }

  /** Prices a request for seedance-2 at 1 USD. */
  public static PriceList oneDollar() {
    return PriceList.parse(page("seedance-2", ""));
  }
}
