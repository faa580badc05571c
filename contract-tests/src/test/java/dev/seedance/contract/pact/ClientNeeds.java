package dev.seedance.contract.pact;

import java.util.List;
import java.util.stream.Stream;

/** All that the client needs of a provider, feature by feature. */
final class ClientNeeds {

  private ClientNeeds() {}

  static List<Need> all() {
    return Stream.of(
            SubmitNeeds.all(),
            StatusNeeds.all(),
            ErrorNeeds.all(),
            AssetNeeds.all(),
            UploadNeeds.all(),
            AccountNeeds.all(),
            PriceNeeds.all())
        .flatMap(List::stream)
        .toList();
  }
}
