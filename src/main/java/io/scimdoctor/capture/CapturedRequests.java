package io.scimdoctor.capture;

import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.scim.ResourceKind;
import io.scimdoctor.scim.ScimUrl;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** Reads only the requests out of a capture, also out of one that holds no answer. */
public final class CapturedRequests {
    private CapturedRequests() {}

    /**
     * Reads to the end of the input, which stays open; what is no request is passed over.
     *
     * @param sink takes each request to this API whose method and URL are known, while the input is read
     * @throws IOException when the input itself fails
     */
    public static void read(InputStream in, CaptureFile named, Consumer<SentRequest> sink) throws IOException {
        named.read(in, named.file(), Hints.NONE, captured -> {
            SentRequest request = captured.exchange().request();
            String url = request.url();
            boolean own = url != null && ScimUrl.parse(url).kind() != ResourceKind.OUTSIDE;
            if (request.method() != null && own) {
                sink.accept(request);
            }
        });
    }
}
