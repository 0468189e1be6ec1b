package io.scimdoctor.cli.settings;

import io.scimdoctor.config.Key;
import io.scimdoctor.config.Setting;
import io.scimdoctor.config.Settings;
import io.scimdoctor.finding.Told;
import io.scimdoctor.report.settings.EnvironmentReport.Fact;
import io.scimdoctor.report.settings.EnvironmentReport.Group;
import io.scimdoctor.token.CredentialChoice;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which credential is going to be used, and why this one. */
record CredentialFacts(Settings settings, List<Key> candidates) {
    Group group() {
        List<Told> others = new ArrayList<>();
        for (Key key : candidates.subList(Math.min(1, candidates.size()), candidates.size())) {
            others.add(Told.own(shown(key)));
        }
        return new Group(
                "Credential",
                Fact.of("used", candidates.isEmpty() ? null : shown(candidates.get(0))),
                Fact.of("because", reason()),
                Fact.of("not used", "passedOver", others));
    }

    private @Nullable String reason() {
        if (candidates.isEmpty()) {
            return null;
        }
        if (candidates.size() == 1) {
            return "no other is set";
        }
        Setting first = settings.find(candidates.get(0)).orElseThrow();
        Setting second = settings.find(candidates.get(1)).orElseThrow();
        if (first.origin() != second.origin()) {
            return first.source() + " outweighs " + second.source();
        }
        return "at the same rank comes an access token, then a secret, a certificate, a federated token";
    }

    private String shown(Key key) {
        return CredentialChoice.kind(key) + " from "
                + settings.find(key).orElseThrow().source();
    }
}
