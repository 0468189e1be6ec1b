package io.scimdoctor.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.cli.CommandRun;
import io.scimdoctor.cli.Golden;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** `profile set`, `list`, `show`, `use` and `delete`, through the whole command. */
final class ProfileCommandsTest {
    private static final String TENANT = "22222222-2222-4222-8222-222222222222";
    private static final String CLIENT = "11111111-1111-4111-8111-111111111111";

    @TempDir
    private Path home;

    private Path file;

    @BeforeEach
    void home() {
        file = home.resolve(".config/scimdoctor/config.toml");
    }

    private CommandRun.Setup setup() {
        return CommandRun.with().variable("HOME", home.toString());
    }

    private CommandRun run(String words) {
        return setup().run(words.split(" "));
    }

    @Test
    void the_first_profile_makes_the_file_and_becomes_the_default_one() throws IOException {
        CommandRun run = run("profile set prod --tenant " + TENANT + " --client-secret-variable PROD_SECRET");

        assertThat(run.code()).as(run.all()).isEqualTo(ExitCode.HEALTHY);
        assertThat(Files.readString(file))
                .isEqualTo("default-profile = \"prod\"\n\n[profile.prod]\ntenant = \"" + TENANT
                        + "\"\nclient-secret-variable = \"PROD_SECRET\"\n");
        Golden.assertMatches("profile-set", run.out());
        assertThat(run("profile set second --cloud china").out()).doesNotContain("outranks");
    }

    @Test
    void it_says_whose_variable_is_not_set_although_another_is() {
        run("profile set prod --tenant " + TENANT + " --client-id " + CLIENT + " --client-secret-variable PROD_SECRET");

        CommandRun check = setup().variable("AZURE_CLIENT_SECRET", "s3cret-of-azure")
                .run("check", "--max-calls", "0", "-o", "json");

        assertThat(check.out()).contains("PROD_SECRET, which profile prod names");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no such permissions")
    void the_file_belongs_to_its_owner_alone() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "[profile.a]\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        run("profile set a --cloud china");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var all = Files.list(file.getParent())) {
            assertThat(all.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("config.toml", ".config.toml.lock");
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
    void a_link_to_the_file_stays_a_link() throws IOException {
        Path dotfiles = Files.writeString(home.resolve("dotfiles.toml"), "# mine\n");
        Files.createDirectories(file.getParent());
        Files.createSymbolicLink(file, dotfiles);

        run("profile set a --cloud china");

        assertThat(file).isSymbolicLink();
        assertThat(Files.readString(dotfiles)).contains("# mine").contains("cloud = \"china\"");
        Files.delete(file);
    }

    @Test
    void list_show_use_and_delete_tell_what_they_did() throws IOException {
        run("profile set prod --tenant " + TENANT + " --client-id " + CLIENT);
        run("profile set test --cloud usgov --proxy http://proxy.contoso.example:8080");

        Golden.assertMatches("profile-list", run("profile list").out());
        Golden.assertMatches("profile-show", run("profile show").out());
        Golden.assertMatches("profile-use", run("profile use test").out());
        Golden.assertMatches("profile-delete", run("profile delete test --yes").out());
        assertThat(run("profile list -o short").out()).isEqualTo("prod\n");
        assertThat(Files.readString(file)).contains("[profile.prod]\n").doesNotContain("default-profile", "usgov");
    }

    @Test
    void every_document_fits_the_schema() throws IOException {
        List<CommandRun> runs = new ArrayList<>();
        runs.add(run("profile list -o json"));
        runs.add(run("profile set prod -o json --tenant " + TENANT));
        runs.add(run("profile list -o json"));
        runs.add(run("profile show prod -o json"));
        runs.add(run("profile use prod -o json"));
        runs.add(run("profile delete prod --yes -o json"));

        assertThat(runs).allSatisfy(run -> assertThat(run.schemaErrors()).isEmpty());
        assertThat(Json.read(runs.get(1).out()).path("action").asText()).isEqualTo("created");
        assertThat(Json.read(runs.get(3).out())
                        .path("profile")
                        .path("settings")
                        .path(0)
                        .path("value")
                        .asText())
                .isEqualTo(TENANT);
    }

    @Test
    void on_a_terminal_it_asks_for_what_is_missing_and_shows_the_defaults() throws IOException {
        CommandRun run =
                setup().terminal().in("\n" + TENANT + "\n" + CLIENT + "\n\n").run("profile", "set", "prod");

        assertThat(run.code()).as(run.all()).isEqualTo(ExitCode.HEALTHY);
        assertThat(Files.readString(file))
                .endsWith("[profile.prod]\ntenant = \"" + TENANT + "\"\nclient-id = \"" + CLIENT
                        + "\"\nclient-secret-variable = \"AZURE_CLIENT_SECRET\"\n");
        Golden.assertMatches("profile-wizard", run.err());
    }

    @Test
    void it_does_not_ask_for_what_it_knows() {
        CommandRun run = setup().terminal()
                .in("~/secret.txt\n")
                .run("profile", "set", "prod", "--cloud", "china", "--tenant", TENANT, "--client-id", CLIENT);

        assertThat(run.code()).as(run.all()).isEqualTo(ExitCode.HEALTHY);
        assertThat(run.err()).doesNotContain("Tenant", "Application").contains("Where is the client secret found?");
        assertThat(run.out()).contains("client-secret-file").contains("~/secret.txt");
    }

    @Test
    void a_certificate_is_known_by_the_ending_of_its_file() {
        CommandRun run = setup().terminal()
                .in("~/app.PFX\n")
                .run("profile", "set", "prod", "--cloud", "china", "--tenant", TENANT, "--client-id", CLIENT);
        CommandRun given = setup().terminal()
                .run("profile", "set", "b", "--client-certificate", "x.pem", "--tenant", TENANT, "--client-id", CLIENT);

        assertThat(run.out())
                .contains("client-certificate")
                .contains("~/app.PFX")
                .doesNotContain("client-secret");
        assertThat(given.code()).as(given.all()).isEqualTo(ExitCode.HEALTHY);
        assertThat(given.err()).isEmpty();
    }

    @Test
    void a_secret_as_an_answer_is_neither_stored_nor_repeated() {
        String secret = "abC8Q~qzzskLmNoPqRsTuVwXyZaBcDeFgHi1";

        CommandRun run = setup().terminal()
                .in("\n" + TENANT + "\n" + CLIENT + "\n" + (secret + "\n").repeat(3))
                .run("profile", "set", "prod");

        assertThat(run.err().lines()).allMatch(line -> line.length() <= 80 || line.startsWith("scimdoctor:"));
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("shape of a secret");
        assertThat(run.all()).doesNotContain(secret);
        assertThat(file).doesNotExist();
    }

    @Test
    void an_input_that_ends_early_stores_nothing() {
        CommandRun run = setup().terminal().in("\n").run("profile", "set", "prod");

        assertThat(run.code()).isEqualTo(ExitCode.NO_VERDICT);
        assertThat(file).doesNotExist();
    }

    @Test
    void without_a_terminal_it_takes_the_options_only() {
        CommandRun none = run("profile set prod");
        CommandRun wanted = setup().terminal().run("profile", "set", "prod", "--no-input", "--cloud", "china");

        assertThat(none.code()).isEqualTo(ExitCode.USAGE);
        assertThat(none.err()).contains("no setting is named");
        assertThat(wanted.code()).isEqualTo(ExitCode.HEALTHY);
        assertThat(wanted.err()).isEmpty();
    }

    @Test
    void a_file_is_stored_by_its_whole_path() throws IOException {
        run("profile set prod --client-secret-file secret.txt");

        assertThat(Files.readString(file))
                .contains(Path.of("secret.txt").toAbsolutePath().toString());
    }

    @Test
    void a_setting_is_removed_by_its_name() throws IOException {
        run("profile set prod --cloud china --tenant " + TENANT);

        CommandRun wrong = run("profile set prod --unset tenat");
        run("profile set prod --unset tenant");

        assertThat(wrong.err()).contains("did you mean 'tenant'?");
        assertThat(Files.readString(file)).endsWith("[profile.prod]\ncloud = \"china\"\n");
    }

    @Test
    void a_file_that_is_wrong_or_cannot_be_changed_stays_as_it_is() throws IOException {
        Files.createDirectories(file.getParent());
        for (String text : List.of("[profile.a\n", "[profile.a]\ntenat = \"x\"\n", "profile = { a = {} }\n")) {
            Files.writeString(file, text);

            CommandRun run = run("profile set a --cloud china");

            assertThat(run.code()).isEqualTo(ExitCode.USAGE);
            assertThat(run.err().lines()).hasSize(1);
            assertThat(Files.readString(file)).isEqualTo(text);
        }
    }

    @Test
    void two_at_once_lose_nothing() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<CommandRun>> runs = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                String name = "p" + i;
                runs.add(threads.submit(() -> run("profile set " + name + " --cloud china")));
            }
            for (Future<CommandRun> run : runs) {
                assertThat(run.get().code()).as(run.get().all()).isEqualTo(ExitCode.HEALTHY);
            }
        } finally {
            threads.shutdown();
        }

        assertThat(run("profile list -o short").out().lines()).hasSize(24);
    }

    @Test
    void deleting_asks_first_and_nobody_to_ask_is_a_usage_error() {
        run("profile set prod --cloud china");

        CommandRun refused = run("profile delete prod");
        CommandRun declined = setup().terminal().in("n\n").run("profile", "delete", "prod");

        assertThat(refused.code()).isEqualTo(ExitCode.USAGE);
        assertThat(declined.code()).isEqualTo(ExitCode.NO_VERDICT);
        assertThat(run("profile list -o short").out()).isEqualTo("prod\n");
    }

    @Test
    void questions_that_are_all_left_empty_store_nothing() {
        CommandRun run = setup().terminal().in("\n\n\n\n").run("profile", "set", "t2");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("nothing was answered, so that nothing is stored");
        assertThat(file).doesNotExist();
    }

    @Test
    void without_a_name_it_is_said_where_the_name_belongs() {
        CommandRun run = run("profile set");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("the profile is not named; put its name behind the command");
    }
}
