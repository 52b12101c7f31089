/** A NiFi of our own: where its parts lie, its configuration, and one running instance as a child process. */
package org.nifiquantum.runtime.nifi;
