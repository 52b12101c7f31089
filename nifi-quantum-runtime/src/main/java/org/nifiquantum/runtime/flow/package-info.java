/** Running a flow definition as a function from files to files, on a NiFi that is up. */
package org.nifiquantum.runtime.flow;
