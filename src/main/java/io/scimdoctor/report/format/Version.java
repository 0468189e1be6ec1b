package io.scimdoctor.report.format;

import io.scimdoctor.json.Resource;

/** The version that the build wrote into the jar. */
public final class Version {
    private Version() {}

    public static String text() {
        return Resource.text(Version.class, "version.txt").trim();
    }
}
