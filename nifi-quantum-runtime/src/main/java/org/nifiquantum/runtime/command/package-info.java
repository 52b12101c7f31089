/** What {@code ./quantum} offers: one class for each command, and what several of them share. */
package org.nifiquantum.runtime.command;
