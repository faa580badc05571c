package dev.seedance.validator;

import java.util.List;

/**
 * The rules that hold while a request asks the provider to review its files.
 *
 * @param member the switch that asks for it, a row of the table
 * @param maxUrlBytes how long an http(s) URL may be, in bytes of UTF-8
 * @param imageUrlSchemes how images may be named; {@code base64} stands for the bytes alone
 * @param videoUrlSchemes how videos may be named
 * @param audioUrlSchemes how audios may be named
 */
public record Review(
    TableMember member,
    int maxUrlBytes,
    List<String> imageUrlSchemes,
    List<String> videoUrlSchemes,
    List<String> audioUrlSchemes) {

  /** Returns true if a request asks for a review, and its model has that or is unknown. */
  public boolean isAskedFor(GenerationFields request, Capabilities capabilities) {
    return Boolean.TRUE.equals(request.tableMembers().get(member.name()))
        && (capabilities.model(request.model()).isEmpty()
            || member.models().contains(request.model()));
  }
}
