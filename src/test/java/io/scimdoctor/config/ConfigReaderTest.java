package io.scimdoctor.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.Generated;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from a configuration file, and where its faults are. */
final class ConfigReaderTest {
    private static final String GOOD = """
            # mine
            default-profile = "prod"

            [profile.prod]
            tenant = "contoso.example"
            client-secret-variable = "PROD_SECRET"  # set by the vault

            [profile.test-2]
            cloud = "usgov"
            """;

    @Test
    void profiles_are_read_in_the_order_of_the_file() {
        ConfigReader.Reading reading = ConfigReader.read(GOOD);

        assertThat(reading.faults()).isEmpty();
        assertThat(reading.configuration().defaultProfile()).isEqualTo("prod");
        assertThat(reading.configuration().profiles().keySet()).containsExactly("prod", "test-2");
        assertThat(Objects.requireNonNull(reading.configuration().profiles().get("prod"))
                        .values())
                .isEqualTo(Map.of(Key.TENANT, "contoso.example", Key.CLIENT_SECRET, "PROD_SECRET"));
    }

    @Test
    void an_empty_file_holds_nothing_and_is_right() {
        assertThat(ConfigReader.read("").faults()).isEmpty();
        assertThat(ConfigReader.read("").configuration()).isEqualTo(Configuration.EMPTY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[profile.a]~tenat = \"x\"|2|1|'tenat'|did you mean 'tenant'?",
                "[profile.a]~  frobnicate = \"x\"|2|3|'frobnicate'|there are base-url",
                "defualt-profile = \"a\"|1|1|no setting|did you mean 'default-profile'?",
                "default-profile = \"prd\"~[profile.prod]|1|1|no profile 'prd'|did you mean 'prod'?",
                "~[profile.a]~tenant = 3|3|1|'tenant' takes a text|double quotes",
                "profile = 1|1|1|no table|[profile.NAME]",
                "[profile]~a = \"x\"|2|1|no profile|[profile.NAME]",
                "[profile.\"a b\"]|1|1|the name of a profile|rename it",
                "[profile.a]~tenant = \"\"|2|1|'tenant' is empty|leave it out",
                "[profile.a]~client-secret = \"hunter2\"|2|1|a secret must not stand|client-secret-variable",
                "[profile.a]~password = \"hunter2\"|2|1|a secret must not stand|client-secret-file",
                "[profile.a]~proxy = \"http://u:p@proxy:8080\"|2|1|shape of a secret|HTTPS_PROXY",
                "[profile.a]~client-secret-variable = \"not a name\"|2|1|names no environment|AZURE_CLIENT_SECRET"
            })
    void a_fault_has_its_place_and_its_remedy(String text, int line, int column, String message, String hint) {
        ConfigFault fault = ConfigReader.read(text.replace('~', '\n')).faults().get(0);

        assertThat(fault.line()).isEqualTo(line);
        assertThat(fault.column()).isEqualTo(column);
        assertThat(fault.message()).contains(message);
        assertThat(fault.hint()).contains(hint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"a = \"x|1|7", "[profile.a~|1|11", "[profile.a]~cloud = \"a\"~cloud = \"b\"|3|1"})
    void what_is_no_toml_has_its_place(String text, int line, int column) {
        ConfigFault fault = ConfigReader.read(text.replace('~', '\n')).faults().get(0);

        assertThat(fault.line()).as(fault.message()).isEqualTo(line);
        assertThat(fault.column()).isEqualTo(column);
        assertThat(fault.message()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abC8Q~qaaskLmNoPqRsTuVwXyZaBcDeFgHi1",
                "eyJhbGciOiJub25lIn0.eyJ4IjoiJXMifQ.c2ln",
                "Zm9vqaaYmFyYmF6cXV4/+Y2FuYXJ5MQ==",
                "aB3aB3aB3aB3aB3aB3aB3aB3",
                "-----BEGIN PRIVATE KEY-----"
            })
    void a_value_with_the_shape_of_a_secret_is_refused_wherever_it_stands_and_not_repeated(String secret) {
        for (String key : ProfileKeys.all()) {
            ConfigFault fault = ConfigReader.read("[profile.a]\n" + key + " = \"" + secret + "\"\n")
                    .faults()
                    .get(0);

            assertThat(fault.message()).contains("shape of a secret").doesNotContain(secret);
            assertThat(String.valueOf(fault.hint())).doesNotContain(secret);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/home/Adele/Secrets2026/ClientSecret.txt",
                "secrets/Prod2026/ClientSecret.txt",
                "C:\\\\Users\\\\Adele1\\\\AppData\\\\secret.txt",
                "11111111-1111-4111-8111-aaaaaaaaaaaa",
                "contoso.onmicrosoft.com",
                "https://graph.microsoft.com/rp/scim",
                "localhost,.contoso.example,10.0.0.0/8"
            })
    void names_paths_and_addresses_are_no_secrets(String value) {
        assertThat(ConfigReader.read("[profile.a]\ntenant = \"" + value + "\"\n")
                        .faults())
                .isEmpty();
    }

    @Test
    void the_short_way_for_plain_files_says_what_the_parser_says() {
        assertThat(PlainConfiguration.read(GOOD)).isNotNull();
        Generated.values(2000)
                .forAll(Generated.damaged(
                        chance -> Generated.pick(
                                chance, GOOD, GOOD.replace("\n", "\r\n"), GOOD.replaceAll("# .*", ""), GOOD + GOOD),
                        "[]=\"'#.\\\n\r\t ab1\u000b\u00e9",
                        3))
                .checkAssert(text -> {
                    Configuration plain = PlainConfiguration.read(text);
                    // A sign beyond ASCII, here in a comment, is what only the parser takes.
                    ConfigReader.Reading parsed = ConfigReader.read(text + "\n#\u00e9");
                    if (plain != null) {
                        assertThat(parsed.faults()).isEmpty();
                        assertThat(plain).isEqualTo(parsed.configuration());
                    }
                });
    }
}
