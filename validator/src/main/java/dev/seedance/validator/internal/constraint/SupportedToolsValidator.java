package dev.seedance.validator.internal.constraint;

import dev.seedance.validator.GenerationFields;
import dev.seedance.validator.Rule;
import dev.seedance.validator.Tool;
import dev.seedance.validator.constraint.SupportedTools;
import dev.seedance.validator.internal.Location;
import dev.seedance.validator.internal.Member;
import java.util.List;

/** Checks {@link SupportedTools}. */
public final class SupportedToolsValidator extends RuleValidator<SupportedTools> {

  @Override
  protected void check(GenerationFields request, Findings findings) {
    List<Tool> tools = request.tools();
    if (tools == null || tools.isEmpty() || !findings.capabilities().hasTools()) {
      return;
    }
    List<String> allowed = findings.capabilities().shared().tools();
    for (int i = 0; i < tools.size(); i++) {
      String type = tools.get(i).type();
      if (type == null || !allowed.contains(type)) {
        findings.add(
            Location.child(Member.TOOLS, i, "type"),
            Rule.TOOLS_UNSUPPORTED,
            found -> found.value(type).allowed(allowed));
      }
    }
    if (Media.of(request).any()) {
      findings.add(Location.member(Member.TOOLS), Rule.TOOLS_TEXT_ONLY, found -> found);
    }
  }
}
