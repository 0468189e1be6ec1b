package io.scimdoctor.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;

/**
 * A socket whose reads obey a deadline and an interrupt beside the usual time limit. A server that sends one byte now and
 * then cannot hold a call for ever: from each time that the limit is set, all that follows may take ten times as long.
 * TLS lies above it and does not notice.
 */
final class TimedSocket extends Socket {
    /** The time limit of a read that takes what has arrived, and waits for nothing. */
    static final int AT_ONCE_MILLIS = 1;

    /** How late an interrupt may be noticed. */
    private static final int SLICE_MILLIS = 50;

    private static final int PATIENCE = 10;

    private final Limits limits;
    private volatile int timeoutMillis;
    private volatile long setAt = System.nanoTime();

    TimedSocket(Limits limits) {
        this.limits = limits;
        this.timeoutMillis = limits.silenceMillis();
    }

    @Override
    public synchronized void setSoTimeout(int timeout) {
        timeoutMillis = timeout;
        setAt = System.nanoTime();
    }

    @Override
    public synchronized int getSoTimeout() {
        return timeoutMillis;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new TimedInput(super.getInputStream());
    }

    /** Waits in slices and looks at the limits in between. */
    private final class TimedInput extends FilterInputStream {
        TimedInput(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (timeoutMillis == AT_ONCE_MILLIS && in.available() == 0) {
                throw new SocketTimeoutException("nothing has arrived");
            }
            long silentSince = System.nanoTime();
            while (true) {
                TimedSocket.super.setSoTimeout(nextSlice(silentSince));
                try {
                    return in.read(buffer, offset, length);
                } catch (SocketTimeoutException e) {
                    // The slice is over; the next one decides whether the time is up.
                }
            }
        }

        private int nextSlice(long silentSince) throws IOException {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("the call was interrupted");
            }
            long now = System.nanoTime();
            long waited = TimeUnit.NANOSECONDS.toMillis(now - silentSince);
            long left = timeoutMillis == 0 ? SLICE_MILLIS : timeoutMillis - waited;
            boolean late = timeoutMillis > 0 && TimeUnit.NANOSECONDS.toMillis(now - setAt) / PATIENCE > timeoutMillis;
            if (left <= 0 || late || limits.deadlinePassed()) {
                throw new SocketTimeoutException("the time for reading is up");
            }
            return limits.withinDeadline(Math.min(left, SLICE_MILLIS));
        }
    }
}
