// SPDX-License-Identifier: Apache-2.0

/**
 * OpenQASM 3 but for pulse calibrations, which the token guard refuses by name; and OpenQASM 2, whose tokens the token guard
 * translates where they differ. The reader asks for one statement at a time, so that no tree of a whole file is built.
 */
grammar OpenQasm;

@lexer::members {
    /** An annotation is the first thing on its line; elsewhere the sign belongs to a gate modifier. */
    private boolean startsLine() {
        for (int back = -2; ; back--) {
            int character = _input.LA(back);
            if (character != ' ' && character != '\t') {
                return character == '\n' || character == '\r' || character == EOF || character == 0;
            }
        }
    }
}

version: OPENQASM number=(INTEGER | DECIMAL) SEMICOLON;

// What follows an else is told by one more token, or a long chain of branches would be looked through for each of them.
statement
    : IF LEFT_ROUND condition RIGHT_ROUND body (ELSE IF LEFT_ROUND condition RIGHT_ROUND body)* (ELSE otherwise)? # if
    | plainStatement                                                                        # plain
    ;
plainStatement
    : INCLUDE file=STRING SEMICOLON                                                         # include
    | QUBIT designator? name=IDENTIFIER SEMICOLON                                           # qubitDeclaration
    | QREG name=IDENTIFIER designator? SEMICOLON                                            # qubitDeclaration
    | CREG name=IDENTIFIER designator? SEMICOLON                                            # bitDeclaration
    | CONST type name=IDENTIFIER EQUALS value SEMICOLON                                     # constant
    | (INPUT | OUTPUT) type name=IDENTIFIER SEMICOLON                                       # interface
    | type name=IDENTIFIER (EQUALS value)? SEMICOLON                                        # variable
    | LET name=IDENTIFIER EQUALS value SEMICOLON                                            # alias
    | GATE name=IDENTIFIER (LEFT_ROUND parameters=names? RIGHT_ROUND)? qubits=names? block  # gateDefinition
    | OPAQUE name=IDENTIFIER (LEFT_ROUND parameters=names? RIGHT_ROUND)? qubits=names SEMICOLON # opaque
    | DEF name=IDENTIFIER LEFT_ROUND (parameter (COMMA parameter)*)? RIGHT_ROUND (ARROW type)? block # subroutine
    | EXTERN name=IDENTIFIER LEFT_ROUND (type (COMMA type)*)? RIGHT_ROUND (ARROW type)? SEMICOLON # extern
    | BARRIER operands? SEMICOLON                                                           # barrier
    | RESET operand SEMICOLON                                                               # reset
    | DELAY designator operands? SEMICOLON                                                  # delay
    | BOX designator? block                                                                 # box
    | NOP operands? SEMICOLON                                                               # nop
    | MEASURE operand (ARROW operand)? SEMICOLON                                            # measureArrow
    | FOR type? name=IDENTIFIER IN forSet body                                              # for
    | WHILE LEFT_ROUND condition RIGHT_ROUND body                                           # while
    | SWITCH LEFT_ROUND expression RIGHT_ROUND LEFT_CURLY switchCase* RIGHT_CURLY           # switch
    | (BREAK | CONTINUE | END) SEMICOLON                                                    # jump
    | RETURN value? SEMICOLON                                                               # return
    | DEFCALGRAMMAR STRING SEMICOLON                                                        # calibrationGrammar
    | operand assignment value SEMICOLON                                                    # assign
    | modifier* name=IDENTIFIER (LEFT_ROUND arguments? RIGHT_ROUND)? operands? SEMICOLON    # call
    ;

block: LEFT_CURLY statement* RIGHT_CURLY;
body: block | statement;
otherwise: block | plainStatement;
condition: expression;
switchCase: (CASE expression (COMMA expression)* | DEFAULT) block;
forSet: LEFT_CURLY expression (COMMA expression)* RIGHT_CURLY | LEFT_SQUARE range RIGHT_SQUARE | expression;
modifier: word=(INV | POW | CTRL | NEGCTRL) (LEFT_ROUND expression RIGHT_ROUND)? AT;
assignment
    : EQUALS
    | PLUS_EQUALS | MINUS_EQUALS | TIMES_EQUALS | DIVIDE_EQUALS | REMAINDER_EQUALS | POWER_EQUALS
    | AND_EQUALS | OR_EQUALS | XOR_EQUALS | SHIFT_LEFT_EQUALS | SHIFT_RIGHT_EQUALS
    ;

type
    : word=(BIT | INT | UINT | FLOAT | ANGLE) designator?
    | word=(BOOL | DURATION | STRETCH)
    | word=COMPLEX (LEFT_SQUARE type RIGHT_SQUARE)?
    | word=ARRAY LEFT_SQUARE type (COMMA expression)+ RIGHT_SQUARE
    ;
parameter
    : type name=IDENTIFIER                                                                  # classicalParameter
    | access=(READONLY | MUTABLE) ARRAY LEFT_SQUARE type (COMMA expression)+ RIGHT_SQUARE name=IDENTIFIER # arrayParameter
    | access=(READONLY | MUTABLE) ARRAY LEFT_SQUARE type COMMA DIMENSIONS EQUALS dimensions=expression RIGHT_SQUARE name=IDENTIFIER # arrayParameter
    | QUBIT designator? name=IDENTIFIER                                                     # qubitParameter
    | QREG name=IDENTIFIER designator?                                                      # qubitParameter
    | CREG name=IDENTIFIER designator?                                                      # bitParameter
    ;
designator: LEFT_SQUARE expression RIGHT_SQUARE;
names: IDENTIFIER (COMMA IDENTIFIER)*;
arguments: expression (COMMA expression)*;
operands: operand (COMMA operand)*;
operand: (name=IDENTIFIER indices* | PHYSICAL);
indices: LEFT_SQUARE (LEFT_CURLY expression (COMMA expression)* RIGHT_CURLY | index (COMMA index)*) RIGHT_SQUARE;
index: expression | range;
range: from=expression? COLON (step=expression COLON)? to=expression?;

value
    : MEASURE operand
    | expression (CONCATENATE expression)*
    | arrayLiteral
    ;
arrayLiteral: LEFT_CURLY (arrayItem (COMMA arrayItem)*)? RIGHT_CURLY;
arrayItem: expression | arrayLiteral;

expression
    : LEFT_ROUND expression RIGHT_ROUND                                                     # bracket
    | expression indices                                                                    # indexed
    | <assoc=right> expression operator=POWER expression                                    # binary
    | operator=(MINUS | NOT | COMPLEMENT) expression                                        # unary
    | expression operator=(TIMES | DIVIDE | REMAINDER) expression                           # binary
    | expression operator=(PLUS | MINUS) expression                                         # binary
    | expression operator=(SHIFT_LEFT | SHIFT_RIGHT) expression                             # binary
    | expression operator=(LESS | GREATER | LESS_OR_EQUAL | GREATER_OR_EQUAL) expression    # binary
    | expression operator=(EQUAL | NOT_EQUAL) expression                                    # binary
    | expression operator=AND expression                                                    # binary
    | expression operator=XOR expression                                                    # binary
    | expression operator=OR expression                                                     # binary
    | expression operator=LOGICAL_AND expression                                            # binary
    | expression operator=LOGICAL_OR expression                                             # binary
    | type LEFT_ROUND expression RIGHT_ROUND                                                # cast
    | DURATIONOF LEFT_ROUND block RIGHT_ROUND                                               # durationOf
    | function=(IDENTIFIER | POW) LEFT_ROUND arguments? RIGHT_ROUND                         # function
    | (INTEGER | BASED_INTEGER | DECIMAL | IMAGINARY | TIMING | BITS | TRUE | FALSE | PHYSICAL | IDENTIFIER) # atom
    ;

OPENQASM: 'OPENQASM';
INCLUDE: 'include';
QUBIT: 'qubit';
QREG: 'qreg';
BIT: 'bit';
CREG: 'creg';
CONST: 'const';
INPUT: 'input';
OUTPUT: 'output';
FLOAT: 'float';
ANGLE: 'angle';
INT: 'int';
UINT: 'uint';
BOOL: 'bool';
COMPLEX: 'complex';
ARRAY: 'array';
READONLY: 'readonly';
MUTABLE: 'mutable';
DURATION: 'duration';
STRETCH: 'stretch';
DURATIONOF: 'durationof';
LET: 'let';
GATE: 'gate';
OPAQUE: 'opaque';
DEF: 'def';
RETURN: 'return';
EXTERN: 'extern';
BARRIER: 'barrier';
MEASURE: 'measure';
RESET: 'reset';
DELAY: 'delay';
BOX: 'box';
NOP: 'nop';
IF: 'if';
ELSE: 'else';
FOR: 'for';
IN: 'in';
WHILE: 'while';
SWITCH: 'switch';
CASE: 'case';
DEFAULT: 'default';
BREAK: 'break';
CONTINUE: 'continue';
END: 'end';
TRUE: 'true';
FALSE: 'false';
INV: 'inv';
POW: 'pow';
CTRL: 'ctrl';
NEGCTRL: 'negctrl';
DEFCALGRAMMAR: 'defcalgrammar';
DIMENSIONS: '#dim';

// Refused by the token guard by name.
UNSUPPORTED: 'cal' | 'defcal';

LEFT_ROUND: '(';
RIGHT_ROUND: ')';
LEFT_SQUARE: '[';
RIGHT_SQUARE: ']';
LEFT_CURLY: '{';
RIGHT_CURLY: '}';
SEMICOLON: ';';
COLON: ':';
COMMA: ',';
EQUALS: '=';
ARROW: '->';
CONCATENATE: '++';
PLUS: '+';
MINUS: '-';
TIMES: '*';
DIVIDE: '/';
REMAINDER: '%';
POWER: '**';
NOT: '!';
COMPLEMENT: '~';
AND: '&';
OR: '|';
XOR: '^';
LOGICAL_AND: '&&';
LOGICAL_OR: '||';
SHIFT_LEFT: '<<';
SHIFT_RIGHT: '>>';
LESS: '<';
GREATER: '>';
LESS_OR_EQUAL: '<=';
GREATER_OR_EQUAL: '>=';
EQUAL: '==';
NOT_EQUAL: '!=';
PLUS_EQUALS: '+=';
MINUS_EQUALS: '-=';
TIMES_EQUALS: '*=';
DIVIDE_EQUALS: '/=';
REMAINDER_EQUALS: '%=';
POWER_EQUALS: '**=';
AND_EQUALS: '&=';
OR_EQUALS: '|=';
XOR_EQUALS: '^=';
SHIFT_LEFT_EQUALS: '<<=';
SHIFT_RIGHT_EQUALS: '>>=';
AT: '@';

INTEGER: DIGITS;
BASED_INTEGER: ('0x' | '0X') [0-9a-fA-F] ('_'? [0-9a-fA-F])* | ('0o' | '0O') [0-7] ('_'? [0-7])* | ('0b' | '0B') [01] ('_'? [01])*;
DECIMAL: REAL;
IMAGINARY: (DIGITS | REAL) ' '? 'im';
TIMING: (DIGITS | REAL) ' '? ('dt' | 'ns' | 'us' | 'µs' | 'μs' | 'ms' | 's');
PHYSICAL: '$' [0-9]+;
IDENTIFIER: [\p{L}_] [\p{L}\p{Nd}_]*;
BITS: '"' [01] ('_'? [01])* '"';
STRING: '"' ~["\r\n]* '"' | '\'' ~['\r\n]* '\'';

SPACE: [ \t\r\n]+ -> skip;
LINE_COMMENT: '//' ~[\r\n]* -> skip;
BLOCK_COMMENT: '/*' .*? '*/' -> skip;
// Advice to particular tools: the token guard keeps the text and passes on.
PRAGMA: '#'? 'pragma' [ \t] ~[\r\n]*;
ANNOTATION: '@' {startsLine()}? [\p{L}_] ~[\r\n]*;
// Refused by the token guard, so that the message is ours.
UNKNOWN: .;

fragment DIGITS: [0-9] ('_'? [0-9])*;
fragment REAL: DIGITS '.' DIGITS? EXPONENT? | '.' DIGITS EXPONENT? | DIGITS EXPONENT;
fragment EXPONENT: [eE] [+-]? DIGITS;
