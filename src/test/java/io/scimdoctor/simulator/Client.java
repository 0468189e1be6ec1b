package io.scimdoctor.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.json.Json;
import io.scimdoctor.simulator.scenario.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A plain client that sends exactly what a test says. */
public final class Client {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Simulator simulator;
    private final String token;

    public Client(Simulator simulator) {
        this.simulator = simulator;
        this.token = simulator.token();
    }

    /** An answer with its body read as JSON on demand. */
    public record Answer(int status, HttpResponse<String> response) {
        JsonNode json() {
            try {
                return Json.read(response.body());
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }

        public String body() {
            return response.body();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    public Answer get(String path) {
        return send("GET", path, null, "Accept", "application/json");
    }

    Answer write(String method, String path, String body) {
        return send(method, path, body, "Accept", "application/json", "Content-Type", "application/scim+json");
    }

    public Answer provoke(Scenario.Provocation provocation) {
        String[] headers = provocation.headers().fields().stream()
                .flatMap(field -> Stream.of(field.name(), field.value()))
                .toArray(String[]::new);
        return send(provocation.method(), provocation.path(), provocation.body(), headers);
    }

    /** A call below the SCIM base with the scenario's token. */
    Answer send(String method, String path, @Nullable String body, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Authorization";
        all[headers.length + 1] = "Bearer " + token;
        return raw(method, simulator.baseUrl() + path, body, all);
    }

    /** A call without anything but what is given. */
    public Answer raw(String method, String url, @Nullable String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(20));
        request.method(
                method.toUpperCase(Locale.ROOT),
                body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
