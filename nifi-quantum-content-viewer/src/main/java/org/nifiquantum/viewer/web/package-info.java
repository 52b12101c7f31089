// SPDX-License-Identifier: Apache-2.0
/** The servlets inside NiFi: the page, the content it shows, the drawing of its circuits. They read and never write. */
package org.nifiquantum.viewer.web;
