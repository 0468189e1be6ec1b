package io.scimdoctor.capture;

import org.jspecify.annotations.Nullable;

/** What the user says about captured answers, for where the capture itself does not say it. */
public record Hints(
        @Nullable Integer status,
        @Nullable String method,
        @Nullable String url,
        FieldMap fields) {
    public static final Hints NONE = new Hints(null, null, null);

    public Hints(@Nullable Integer status, @Nullable String method, @Nullable String url) {
        this(status, method, url, FieldMap.NONE);
    }
}
