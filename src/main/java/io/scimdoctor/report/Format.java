package io.scimdoctor.report;

import io.scimdoctor.report.diagnosis.DiagnosisFormat;

/** A form of output. What it can write is said by {@link CheckFormat} and {@link DiagnosisFormat}. */
public interface Format {}
