package io.scimdoctor.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.exchange.TransportFault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTest {
    private static final String JSON = "{\"displayName\":\"Zoë\"}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json|UTF-8",
                "application/json; charset=utf-8|UTF-8",
                "application/json;odata=minimal;CHARSET=\"iso-8859-1\"|ISO-8859-1",
                "application/json; charset=windows-1252|windows-1252",
                "application/json; charset=no-such|UTF-8",
                "application/json; charset=|UTF-8"
            })
    void text_is_decoded_as_the_header_says(String type, String charset) throws IOException {
        Exchange exchange = answered("Content-Type: " + type, JSON.getBytes(Charset.forName(charset)));

        assertThat(Calls.answer(exchange).body()).isEqualTo(JSON);
    }

    @Test
    void a_byte_order_mark_is_stripped() throws IOException {
        Exchange exchange =
                answered("Content-Type: application/json", ("\ufeff" + JSON).getBytes(StandardCharsets.UTF_8));

        assertThat(Calls.answer(exchange).body()).isEqualTo(JSON);
    }

    @Test
    void bytes_that_are_no_text_become_replacement_characters() throws IOException {
        Exchange exchange = answered("Content-Type: application/json", new byte[] {'a', (byte) 0xff, 'b'});

        assertThat(Calls.answer(exchange).body()).isEqualTo("a\ufffdb");
    }

    @Test
    void gzip_is_unpacked_and_the_headers_stay() throws IOException {
        Exchange exchange = answered("Content-Encoding: gzip", gzip(JSON.getBytes(StandardCharsets.UTF_8)));

        assertThat(Calls.answer(exchange).body()).isEqualTo(JSON);
        assertThat(Calls.answer(exchange).headers().first("content-encoding")).hasValue("gzip");
    }

    @Test
    void codings_in_several_fields_are_one_list() throws IOException {
        Exchange exchange = answered(
                "Content-Encoding: identity\r\nContent-Encoding: gzip", gzip(JSON.getBytes(StandardCharsets.UTF_8)));

        assertThat(Calls.answer(exchange).body()).isEqualTo(JSON);
    }

    @Test
    void gzip_of_thousands_of_empty_members_is_malformed() throws IOException {
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        for (int i = 0; i < 50_000; i++) {
            members.write(gzip(new byte[0]));
        }

        Exchange exchange = answered("Content-Encoding: gzip", members.toByteArray());

        assertThat(Calls.failure(exchange).fault()).isEqualTo(TransportFault.MALFORMED_RESPONSE);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void deflate_is_unpacked_with_and_without_its_frame(boolean raw) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_SPEED, raw))) {
            out.write(JSON.getBytes(StandardCharsets.UTF_8));
        }

        Exchange exchange = answered("Content-Encoding: deflate", packed.toByteArray());

        assertThat(Calls.answer(exchange).body()).isEqualTo(JSON);
    }

    @Test
    void a_body_that_only_claims_to_be_gzip_is_taken_as_it_is() throws IOException {
        Exchange exchange = answered("Content-Encoding: gzip", JSON.getBytes(StandardCharsets.UTF_8));

        assertThat(Calls.answer(exchange).body()).isEqualTo(JSON);
    }

    @Test
    void gzip_that_ends_too_early_is_a_truncated_body() throws IOException {
        byte[] whole = gzip(JSON.getBytes(StandardCharsets.UTF_8));

        Exchange exchange = answered("Content-Encoding: gzip", Arrays.copyOf(whole, whole.length - 12));

        assertThat(Calls.failure(exchange).fault()).isEqualTo(TransportFault.TRUNCATED_BODY);
    }

    @Test
    void gzip_that_unpacks_beyond_all_measure_is_a_bomb() throws IOException {
        Exchange exchange = answered("Content-Encoding: gzip", gzip(new byte[8 * 1024 * 1024]));

        assertThat(Calls.failure(exchange).fault()).isEqualTo(TransportFault.GZIP_BOMB);
    }

    @Test
    void gzip_that_unpacks_beyond_the_bound_is_a_bomb() throws IOException {
        Exchange exchange = answered("Content-Encoding: gzip", gzip(new byte[200_000]), 100_000);

        assertThat(Calls.failure(exchange).fault()).isEqualTo(TransportFault.GZIP_BOMB);
    }

    @Test
    void a_body_beyond_the_bound_is_oversized() throws IOException {
        Exchange exchange = answered("X: y", new byte[1001], 1000);

        assertThat(Calls.failure(exchange).fault()).isEqualTo(TransportFault.OVERSIZED_BODY);
    }

    @Test
    void a_header_of_a_thousand_fields_is_oversized_and_not_malformed() throws IOException {
        String fields = "X-Long: y\r\n".repeat(1_000);
        try (RawServer server = RawServer.answering("HTTP/1.1 200 OK\r\n" + fields + "Content-Length: 0\r\n\r\n")) {
            assertThat(Calls.failure(Calls.get(server.url("/"))).fault()).isEqualTo(TransportFault.OVERSIZED_BODY);
        }
    }

    @Test
    void a_body_without_an_announced_length_lasts_until_the_end() throws IOException {
        try (RawServer server = RawServer.answering("HTTP/1.1 502 Bad Gateway\r\nX-Cache: a\r\n\r\n<html>")) {
            Exchange exchange = Calls.get(server.url("/"));

            assertThat(Calls.answer(exchange).body()).isEqualTo("<html>");
            assertThat(Calls.answer(exchange).headers().first("x-cache")).hasValue("a");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 204 No Content\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"})
    void an_answer_may_have_no_body(String head) throws IOException {
        try (RawServer server = RawServer.answering(head)) {
            assertThat(Calls.answer(Calls.get(server.url("/"))).body()).isEmpty();
        }
    }

    @Test
    void an_answer_to_head_has_no_body() throws IOException {
        try (RawServer server = RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n")) {
            Exchange exchange = Calls.send(new SentRequest("HEAD", server.url("/"), Headers.NONE, null), s -> s);

            assertThat(Calls.answer(exchange).body()).isEmpty();
        }
    }

    private static Exchange answered(String header, byte[] body) throws IOException {
        return answered(header, body, 64 * 1024 * 1024);
    }

    private static Exchange answered(String header, byte[] body, int maxBytes) throws IOException {
        String head = "HTTP/1.1 200 OK\r\n" + header + "\r\nContent-Length: " + body.length + "\r\n\r\n";
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        answer.write(head.getBytes(StandardCharsets.ISO_8859_1));
        answer.write(body);
        try (RawServer server = RawServer.answering(answer.toByteArray())) {
            return Calls.get(server.url("/"), s -> s.maxBodyBytes(maxBytes));
        }
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }
}
