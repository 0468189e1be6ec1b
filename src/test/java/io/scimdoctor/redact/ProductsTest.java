package io.scimdoctor.redact;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.SentRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs are named in a kept exchange; companies and people in the same header fields are not. */
final class ProductsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "curl/8.5.0                              | curl/8.5.0",
                "Mozilla/5.0 (X11; Linux x86_64)         | Mozilla/5.0 (X11; Linux x86_64)",
                "Microsoft-IIS/10.0                      | Microsoft-IIS/10.0",
                "PostmanRuntime/7.39.0                   | PostmanRuntime/7.39.0",
                "python-requests/2.32.3 jane.doe         | python-requests/2.32.3 [masked]",
                "Fabrikamia-Connector/1.0                | [masked]",
                "curl/aB3dE6gH9kLmN                      | [masked]"
            })
    void a_program_is_named_and_nobody_else(String sent, String kept) {
        Headers headers = Headers.of("User-Agent", sent);
        Exchange exchange =
                Exchange.captured(new SentRequest("GET", null, headers, null), new Answered(200, headers, ""), null);

        Exchange safe =
                new Redaction(Pseudonyms.NONE, secret -> {}).exchange(exchange).exchange();

        assertThat(safe.request().headers().first("user-agent")).contains(kept);
        assertThat(new Redaction(Pseudonyms.NONE, secret -> {}).exchange(safe).exchange())
                .isEqualTo(safe);
    }
}
