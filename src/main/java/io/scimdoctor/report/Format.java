package io.scimdoctor.report;

/** A form of output. What it can write is said by {@link CheckFormat} and {@link DiagnosisFormat}. */
public interface Format {}
