package io.scimdoctor.http;

import java.io.IOException;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** Writes a request and reads the head of its answer, and tells the call when. */
final class MeasuringExecutor extends HttpRequestExecutor {
    @Override
    public ClassicHttpResponse execute(
            ClassicHttpRequest request,
            HttpClientConnection connection,
            @Nullable HttpResponseInformationCallback information,
            HttpContext context)
            throws IOException, HttpException {
        Call call = (Call) context;
        call.sending(connection);
        ClassicHttpResponse response = super.execute(request, connection, information, context);
        call.headArrived();
        return response;
    }
}
