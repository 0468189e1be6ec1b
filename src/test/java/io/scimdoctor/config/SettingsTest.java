package io.scimdoctor.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which of several sources wins. */
final class SettingsTest {
    @Test
    void each_source_beats_all_those_below_it() {
        Map<String, String> flags = new LinkedHashMap<>(Map.of("--tenant", "flag"));
        Map<String, String> variables = new LinkedHashMap<>(
                Map.of("SCIMDOCTOR_TENANT_ID", "own", "AZURE_TENANT_ID", "azure", "ENTRA_TENANT_ID", "entra"));
        Profile profile = new Profile("prod", Map.of(Key.TENANT, "profile"));

        List<String> found = new ArrayList<>();
        found.add(source(flags, variables, profile));
        flags.clear();
        found.add(source(flags, variables, profile));
        variables.remove("SCIMDOCTOR_TENANT_ID");
        found.add(source(flags, variables, profile));
        found.add(source(flags, variables, null));
        variables.remove("AZURE_TENANT_ID");
        found.add(source(flags, variables, null));
        variables.put("ENTRA_TENANT_ID", " ");

        assertThat(found)
                .containsExactly(
                        "flag from --tenant",
                        "own from SCIMDOCTOR_TENANT_ID",
                        "profile from profile prod",
                        "azure from AZURE_TENANT_ID",
                        "entra from ENTRA_TENANT_ID");
        assertThat(new Settings(flags, variables, null).find(Key.TENANT)).isEmpty();
    }

    private static String source(Map<String, String> flags, Map<String, String> variables, @Nullable Profile profile) {
        Setting setting =
                new Settings(flags, variables, profile).find(Key.TENANT).orElseThrow();
        return setting.value() + " " + setting;
    }

    @Test
    void a_profile_names_the_variable_of_a_secret() {
        Profile profile = new Profile("prod", Map.of(Key.CLIENT_SECRET, "PROD_SECRET"));

        Setting setting = new Settings(Map.of(), Map.of("PROD_SECRET", "s", "AZURE_CLIENT_SECRET", "a"), profile)
                .find(Key.CLIENT_SECRET)
                .orElseThrow();

        assertThat(setting.value()).isEqualTo("s");
        assertThat(setting.source()).isEqualTo("PROD_SECRET, which profile prod names");
    }

    @Test
    void a_variable_that_is_not_set_does_not_fall_back_to_another_secret() {
        Profile profile = new Profile("prod", Map.of(Key.CLIENT_SECRET, "PROD_SECRET"));

        Setting setting = new Settings(Map.of(), Map.of("AZURE_CLIENT_SECRET", "a"), profile)
                .find(Key.CLIENT_SECRET)
                .orElseThrow();

        assertThat(setting.value()).isEmpty();
        assertThat(setting.origin()).isEqualTo(Origin.PROFILE);
    }
}
