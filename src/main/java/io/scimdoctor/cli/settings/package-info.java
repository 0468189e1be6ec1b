/** Settings of a run and where each came from: profiles, environment, credentials, proxies. */
@NullMarked
package io.scimdoctor.cli.settings;

import org.jspecify.annotations.NullMarked;
