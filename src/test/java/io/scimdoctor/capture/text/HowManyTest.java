package io.scimdoctor.capture.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.capture.reader.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is printed twice is one failure; what happened twice is two, however alike. */
final class HowManyTest {
    /** The console of .NET indents what stands behind the level and the category. */
    @ParameterizedTest
    @ValueSource(strings = {"", "07:08:09 ", "2026-11-30T07:08:09.123Z "})
    void the_same_exception_in_two_records_of_one_kind_is_two(String time) {
        String record = time + """
                fail: Contoso.Sync.Worker[0]
                      Update of the user failed
                      Microsoft.Graph.Models.ODataErrors.ODataError: Insufficient privileges to complete the operation.
                         at Microsoft.Kiota.Http.HttpClientLibrary.HttpClientRequestAdapter.ThrowIfFailedResponse(HttpResponseMessage response)
                """;

        assertThat(Reading.of(record).captured()).hasSize(1);
        assertThat(Reading.of(record + record.replace("07:08:09", "07:12:44")).captured())
                .hasSize(2);
        assertThat(Reading.of(record + record.replace("Worker[0]", "Scheduler[12]"))
                        .captured())
                .hasSize(1);
    }

    /** A backend that is down is not asked again for a minute: only the second of both lines comes for the next client. */
    @Test
    void what_tells_of_a_failure_again_tells_of_another_one_when_it_comes_twice() {
        String first = """
                [Mon Nov 30 07:08:09.123456 2026] [proxy:error] [pid 12:tid 140] (111)Connection refused: AH00957: https: attempt to connect to 192.0.2.1:443 (graph.microsoft.com:443) failed
                [Mon Nov 30 07:08:09.123456 2026] [proxy_http:error] [pid 12:tid 140] [client 10.0.0.5:4711] AH01114: HTTP: failed to make connection to backend: graph.microsoft.com
                """;
        String second =
                "[Mon Nov 30 07:08:36.223456 2026] [proxy_http:error] [pid 12:tid 141] [client 10.0.0.9:4811] AH01114: HTTP: failed to make connection to backend: graph.microsoft.com\n";

        assertThat(Reading.of(first).only()).isNotNull();
        assertThat(Reading.of(first + second).mentionsFailure()).isTrue();
    }
}
