// SPDX-License-Identifier: Apache-2.0
/**
 * The page. Its modules, style and markup lie beside these classes as resources and are the same in NiFi and in a file;
 * here they are put together. Nothing here knows of servlets.
 */
package org.nifiquantum.viewer.page;
