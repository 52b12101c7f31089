// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.command;

/** How a result is printed: for people, or as one JSON document and nothing else. */
enum Format {
    TEXT,
    JSON
}
