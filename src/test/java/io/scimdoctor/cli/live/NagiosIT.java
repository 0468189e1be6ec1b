package io.scimdoctor.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.Needs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The packaged image as a plugin of a real monitoring core, Nagios 4: what the core understands of each state. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the core runs on Unix alone")
final class NagiosIT {
    private static final Path LAUNCHER =
            Path.of("target", "scimdoctor", "bin", "scimdoctor").toAbsolutePath();

    /** A service of the core and the options of the check behind it. */
    private static final Map<String, String> CHECKS = new TreeMap<>(Map.of(
            "fine", "--simulate",
            "skewed", "--simulate=clock-ahead",
            "expired", "--simulate=token-expired",
            "cut-short", "--simulate --max-calls 1",
            "misconfigured", "--simulate=nonsense"));

    /** All services are checked at once when the core starts, and each result is one line in the pipe. */
    private static final String CONFIGURATION = """
            cfg_file=FOLDER/objects.cfg
            log_file=FOLDER/log
            object_cache_file=FOLDER/objects.cache
            precached_object_file=FOLDER/objects.precache
            status_file=FOLDER/status.dat
            state_retention_file=FOLDER/retention.dat
            command_file=FOLDER/command
            lock_file=FOLDER/lock
            temp_file=FOLDER/temporary
            temp_path=FOLDER
            check_result_path=FOLDER
            query_socket=FOLDER/query
            log_archive_path=FOLDER
            nagios_user=UID
            nagios_group=GID
            retain_state_information=1
            check_external_commands=0
            check_for_updates=0
            service_inter_check_delay_method=n
            illegal_macro_output_chars=`~$&|<>
            process_performance_data=1
            service_perfdata_file=FOLDER/results
            service_perfdata_file_mode=p
            service_perfdata_file_template=$SERVICEDESC$\\t$SERVICESTATE$\\t$SERVICEOUTPUT$\\t$SERVICEPERFDATA$
            """;

    private static final String OBJECTS = """
            define timeperiod {
             timeperiod_name never
             alias never
            }
            define timeperiod {
             timeperiod_name always
             alias always
             sunday 00:00-24:00
             monday 00:00-24:00
             tuesday 00:00-24:00
             wednesday 00:00-24:00
             thursday 00:00-24:00
             friday 00:00-24:00
             saturday 00:00-24:00
            }
            define command {
             command_name scim
             command_line LAUNCHER check $ARG1$ -o nagios --no-record
            }
            define contact {
             contact_name nobody
             host_notification_period never
             service_notification_period never
             host_notification_options n
             service_notification_options n
             host_notification_commands scim
             service_notification_commands scim
            }
            define host {
             host_name graph
             address 127.0.0.1
             max_check_attempts 1
             active_checks_enabled 0
             check_period always
             notification_period never
             contacts nobody
            }
            """;

    private static final String SERVICE = """
            define service {
             host_name graph
             service_description NAME
             check_command scim!OPTIONS
             max_check_attempts 1
             check_interval 60
             retry_interval 60
             check_period always
             notification_period never
             contacts nobody
            }
            """;

    /** What the core made of one check. */
    private record Result(String state, String output, String data) {}

    @TempDir
    private Path folder;

    private Map<String, Result> results() throws IOException, InterruptedException {
        String core = core();
        configure();
        run("mkfifo", folder.resolve("results").toString());
        Process reader = new ProcessBuilder(
                        "head",
                        "-n",
                        "" + CHECKS.size(),
                        folder.resolve("results").toString())
                .redirectOutput(folder.resolve("lines").toFile())
                .start();
        Process running = new ProcessBuilder(core, folder.resolve("nagios.cfg").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
        try {
            boolean ended = reader.waitFor(60, TimeUnit.SECONDS);
            assertThat(ended).as(Files.readString(folder.resolve("said"))).isTrue();
        } finally {
            reader.destroy();
            running.destroy();
            assertThat(running.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
        Map<String, Result> results = new TreeMap<>();
        for (String line : Files.readAllLines(folder.resolve("lines"))) {
            String[] fields = line.split("\t", -1);
            results.put(fields[0], new Result(fields[1], fields[2], fields[3]));
        }
        return results;
    }

    private static String core() {
        Needs.tool("nagios4");
        return Files.isExecutable(Path.of("/usr/sbin/nagios4")) ? "/usr/sbin/nagios4" : "nagios4";
    }

    private static void run(String... words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    private void configure() throws IOException {
        StringBuilder objects = new StringBuilder(OBJECTS.replace("LAUNCHER", LAUNCHER.toString()));
        CHECKS.forEach(
                (name, options) -> objects.append(SERVICE.replace("NAME", name).replace("OPTIONS", options)));
        Files.writeString(folder.resolve("objects.cfg"), objects);
        Files.writeString(
                folder.resolve("nagios.cfg"),
                CONFIGURATION
                        .replace("FOLDER", folder.toString())
                        .replace("UID", String.valueOf(Files.getAttribute(folder, "unix:uid")))
                        .replace("GID", String.valueOf(Files.getAttribute(folder, "unix:gid"))));
    }

    @Test
    void the_core_reads_state_text_and_performance_data() throws Exception {
        Map<String, Result> results = results();

        assertThat(results).containsOnlyKeys(CHECKS.keySet());
        assertThat(results.get("fine"))
                .satisfies(result -> assertIs(result, "OK", "SIMULATED, Everything that was checked is in order", 4));
        assertThat(results.get("skewed"))
                .satisfies(
                        result -> assertIs(result, "WARNING", "The clock of this machine is ahead [clock-ahead]", 4));
        assertThat(results.get("expired"))
                .satisfies(result -> assertIs(result, "CRITICAL", "The access token has expired [token-expired]", 1));
        assertThat(results.get("cut-short"))
                .satisfies(result -> assertIs(result, "UNKNOWN", "The run reached its limit of calls", 1));
        assertThat(results.get("misconfigured"))
                .isEqualTo(new Result(
                        "UNKNOWN",
                        "SCIM UNKNOWN - there is no scenario 'nonsense', scimdoctor simulate --list names them.",
                        ""));
        // The same stands in the state that the core keeps.
        String kept = Files.readString(folder.resolve("retention.dat"));
        assertThat(results.values())
                .allSatisfy(result -> assertThat(kept)
                        .contains("plugin_output=" + result.output() + "\n")
                        .contains("performance_data=" + result.data() + "\n"));
    }

    /** @param calls how many calls the performance data counts; each has its time too */
    private static void assertIs(Result result, String state, String text, int calls) {
        assertThat(result.state()).isEqualTo(state);
        assertThat(result.output())
                .startsWith("SCIM " + state + " - SIMULATED, ")
                .contains(text);
        String seconds = "=\\d+\\.\\d{3}s;;;0";
        assertThat(result.data())
                .matches("'time'" + seconds + " 'calls'=" + calls + ";;;0 'failed'=\\d;;;0 'warned'=\\d;;;0( '[a-z-]+'"
                        + seconds + "){" + calls + "}");
    }
}
