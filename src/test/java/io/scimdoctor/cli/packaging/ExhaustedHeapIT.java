package io.scimdoctor.cli.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged image in less memory than it needs: the answer is whole, or one sentence says why there is none. */
@Execution(ExecutionMode.CONCURRENT)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher for Windows is a batch file")
final class ExhaustedHeapIT {
    @ParameterizedTest
    @ValueSource(strings = {"5m", "9m", "13m"})
    void an_exhausted_heap_is_named_in_one_sentence(String heap) throws Exception {
        String user = "{\"id\":\"00000000-0000-4000-8000-000000000000\",\"displayName\":\"x\"},";
        String answer = "{\"totalResults\":9,\"Resources\":[" + user.repeat(60_000) + "{}]}";
        Map<String, String> small = Map.of("JAVA_TOOL_OPTIONS", "-Xmx" + heap);
        String launcher = LauncherIT.LAUNCHER.toString();

        LauncherIT.Ended classified =
                LauncherIT.start(small, answer, launcher, "classify", "--status", "400", "-o", "json", "-");
        LauncherIT.Ended checked = LauncherIT.start(small, "", launcher, "check", "--simulate=throttled", "-o", "json");

        for (LauncherIT.Ended ended : List.of(classified, checked)) {
            boolean exhausted = ended.err().contains("scimdoctor: the memory that Java may use is exhausted; ");
            assertThat(ended.code()).isEqualTo(exhausted ? 70 : 1);
            assertThat(exhausted || ended.out().endsWith("}\n")).isTrue();
        }
        assertThat(classified.code()).isEqualTo(70);
    }
}
