package io.scimdoctor.capture;

/** Takes what a capture yields, in its order and while it is still being read. */
public interface CaptureSink {
    void exchange(Captured captured);

    void unreadable(Unreadable unreadable);
}
