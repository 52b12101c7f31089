// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.kernel;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Finds out whether this JVM can use the kernels on the Vector API: they are classes of one JDK, and the module is there only
 * if the JVM was started with {@code --add-modules jdk.incubator.vector}. Elsewhere their classes are never loaded.
 */
public final class KernelSelection {
    private static final String MODULE = "jdk.incubator.vector";
    private static final String VECTOR_KERNELS = "org.nifiquantum.engine.simulation.kernel.vector.VectorKernels";
    /** Class files of JDK 21 have the version 65, and so on. */
    private static final int VERSION_BEFORE_FIRST = 44;

    private static final Optional<BlockKernels> VECTOR = find();

    private KernelSelection() {}

    /** The kernels on the Vector API, if this JVM can use them. */
    public static Optional<BlockKernels> vector() {
        return VECTOR;
    }

    private static Optional<BlockKernels> find() {
        if (ModuleLayer.boot().findModule(MODULE).isEmpty()
                || builtFor() != Runtime.version().feature()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Class.forName(VECTOR_KERNELS)
                    .asSubclass(BlockKernels.class)
                    .getDeclaredConstructor()
                    .newInstance());
        } catch (ReflectiveOperationException | LinkageError e) {
            // A JVM we do not know: slower kernels are better than none.
            return Optional.empty();
        }
    }

    /** The JDK that the kernels were built for, read from their class file without loading it; 0 if there is none. */
    private static int builtFor() {
        String file = "/" + VECTOR_KERNELS.replace('.', '/') + ".class";
        try (InputStream stream = KernelSelection.class.getResourceAsStream(file)) {
            if (stream == null) {
                return 0;
            }
            DataInputStream header = new DataInputStream(stream);
            header.readInt();
            header.readUnsignedShort();
            return header.readUnsignedShort() - VERSION_BEFORE_FIRST;
        } catch (IOException e) {
            return 0;
        }
    }
}
