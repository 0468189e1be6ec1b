package io.scimdoctor.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.generators.SourceDSL.strings;

import io.scimdoctor.Generated;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A change leaves everything else in the file as it was. */
final class ConfigEditorTest {
    private static final String FILE = """
            # mine
            default-profile = "prod"   # every day

            # production
            [profile.prod]
            tenant = "contoso.example" # verified
            # the secret
            client-secret-variable = 'PROD_SECRET'

            # test
            [profile.test]
            cloud = "usgov"
            """;

    @Test
    void a_changed_setting_keeps_its_comment_and_its_place() {
        String text = ConfigEditor.set(FILE, "prod", Map.of(Key.TENANT, "fabrikam.example"));

        assertThat(text).isEqualTo(FILE.replace("\"contoso.example\"", "\"fabrikam.example\""));
    }

    @Test
    void a_new_setting_follows_the_last_one_of_its_profile() {
        String text = ConfigEditor.set(FILE, "prod", Map.of(Key.CLOUD, "china"));

        assertThat(text).isEqualTo(FILE.replace("'PROD_SECRET'\n", "'PROD_SECRET'\ncloud = \"china\"\n"));
    }

    @Test
    void whatever_is_set_is_read_back() {
        Generated.values(500)
                .forAll(strings().betweenCodePoints(' ', 0xD7FF).ofLengthBetween(1, 12))
                .assuming(value -> !value.isBlank() && value.chars().noneMatch(Character::isISOControl))
                .checkAssert(value -> {
                    String text = ConfigEditor.set(FILE, "prod", Map.of(Key.TENANT, value));

                    ConfigReader.Reading reading = ConfigReader.read(text);
                    assertThat(reading.faults()).isEmpty();
                    assertThat(Objects.requireNonNull(
                                            reading.configuration().profiles().get("prod"))
                                    .values())
                            .containsEntry(Key.TENANT, value);
                });
    }

    @Test
    void a_removed_setting_takes_its_line_with_it() {
        String text = ConfigEditor.set(FILE, "test", Collections.singletonMap(Key.CLOUD, null));

        assertThat(text).isEqualTo(FILE.replace("cloud = \"usgov\"\n", ""));
    }

    @Test
    void a_new_profile_stands_at_the_end() {
        String text = ConfigEditor.set(FILE, "dev", Map.of(Key.CLIENT_SECRET_FILE, "C:\\s \"1\""));

        assertThat(text).isEqualTo(FILE + "\n[profile.dev]\nclient-secret-file = \"C:\\\\s \\\"1\\\"\"\n");
    }

    @Test
    void the_first_profile_makes_the_file() {
        assertThat(ConfigEditor.set("", "dev", Map.of(Key.CLOUD, "china")))
                .isEqualTo("[profile.dev]\ncloud = \"china\"\n");
    }

    @Test
    void a_deleted_profile_leaves_the_comment_of_the_next_one() {
        String text = ConfigEditor.delete(FILE, "test");

        assertThat(text).isEqualTo(FILE.substring(0, FILE.indexOf("[profile.test]")));
        assertThat(ConfigEditor.delete(ConfigEditor.use(FILE, "test"), "prod"))
                .contains("# test\n[profile.test]")
                .doesNotContain("tenant");
    }

    @Test
    void another_default_profile_keeps_the_comment() {
        assertThat(ConfigEditor.use(FILE, "test")).isEqualTo(FILE.replace("\"prod\"   #", "\"test\"   #"));
        assertThat(ConfigEditor.use(FILE, null))
                .isEqualTo(FILE.replace("default-profile = \"prod\"   # every day\n", ""));
        assertThat(ConfigEditor.use("[profile.a]\n", "a")).isEqualTo("default-profile = \"a\"\n\n[profile.a]\n");
    }

    @Test
    void line_ends_of_windows_stay() {
        String text = ConfigEditor.set(FILE.replace("\n", "\r\n"), "test", Map.of(Key.TENANT, "a.example"));

        assertThat(text).isEqualTo((FILE + "tenant = \"a.example\"\n").replace("\n", "\r\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "profile = { a = { tenant = \"x.example\" } }\n",
                "profile.a.tenant = \"x.example\"\n[b]\n",
                "[profile]\na = { tenant = \"x.example\" }\n",
                "[profile.a]\ntenant = \"\"\"\nx.example\"\"\"\n"
            })
    void a_file_in_another_form_is_left_alone(String file) {
        assertThatThrownBy(() -> ConfigEditor.set(file, "a", Map.of(Key.TENANT, "y.example")))
                .isInstanceOf(ConfigUnchangeable.class);
    }
}
