package io.scimdoctor.report;

import io.scimdoctor.check.CheckReport;
import io.scimdoctor.report.format.Page;
import java.io.IOException;

/** A format for the report of a check. */
public interface CheckFormat extends Format {
    void write(CheckReport report, Page page) throws IOException;
}
