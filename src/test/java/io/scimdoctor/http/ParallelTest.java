package io.scimdoctor.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.SentRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ParallelTest {
    private static final int THREADS = 8;
    private static final int CALLS = 200;

    @Test
    void one_transport_serves_eight_threads_and_mixes_nothing_up() throws Exception {
        Set<InetSocketAddress> clients = ConcurrentHashMap.newKeySet();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.createContext("/", exchange -> {
            clients.add(exchange.getRemoteAddress());
            byte[] body = exchange.getRequestURI().getRawQuery().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        ExecutorService serving = Executors.newFixedThreadPool(THREADS);
        ExecutorService calling = Executors.newFixedThreadPool(THREADS);
        server.setExecutor(serving);
        server.start();
        try (Transport transport = new ApacheTransport(Calls.settings().build())) {
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/?";
            List<Future<Exchange>> results = new ArrayList<>();
            for (int i = 0; i < CALLS; i++) {
                SentRequest request = SentRequest.get(url + i, Headers.NONE);
                results.add(calling.submit(() -> transport.send(request)));
            }

            for (int i = 0; i < CALLS; i++) {
                assertThat(Calls.answer(results.get(i).get()).body()).isEqualTo(String.valueOf(i));
            }
            assertThat(clients).hasSizeLessThanOrEqualTo(THREADS);
        } finally {
            server.stop(0);
            serving.shutdownNow();
            calling.shutdownNow();
        }
    }

    @Test
    void no_thread_of_its_own_outlives_a_call() throws Exception {
        try (RawServer server = RawServer.answering(Calls.OK)) {
            Calls.answer(Calls.get(server.url("/")));

            Set<String> names = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> !thread.isDaemon())
                    .map(Thread::getName)
                    .collect(Collectors.toSet());
            assertThat(names).noneMatch(name -> name.contains("scimdoctor") || name.contains("httpclient"));
        }
    }
}
