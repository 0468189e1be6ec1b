package io.scimdoctor.manual;

/**
 * A command line as one may type it, and what it prints.
 *
 * @param title what it is good for, without a full stop
 * @param output what appears on the screen, or an empty text when it is not shown
 */
record Example(String title, String command, String output) {}
