package io.scimdoctor.cli;

import io.scimdoctor.json.Resource;

/** The version that the build wrote into the jar. */
final class Version {
    private Version() {}

    static String text() {
        return Resource.text(Version.class, "version.txt").trim();
    }
}
