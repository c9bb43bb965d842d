// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TightScriptTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '@', textBlock = """
                    const a = 1;\\n  const b = a  +  2; // both\\n | let a=1;let b=a+2;
                    const text = 'a  +  b', other = "it's  =  {";\\n | let text='a  +  b',other="it's  =  {";
                    const quote = 'don\\\\'t  -  do';\\n | let quote='don\\\\'t  -  do';
                    return  `a  ${ b  ?  `c  ${ d }`  :  { e: 1 }.e  }  // f`;\\n | return`a  ${b?`c  ${d}`:{e:1}.e}  // f`;
                    const found = /[/'"`]  \\\\/ +/g.test( x );\\n | let found=/[/'"`]  \\\\/ +/g.test(x);
                    return  /'  a/.test(b)  &&  c / d / e;\\n | return/'  a/.test(b)&&c/d/e;
                    a + +b; a - -b; a++ + b;\\n | a+ +b;a- -b;a++ +b;
                    if (a) {\\n  b();\\n}\\nelse c( )\\n | @if(a){b()}\\nelse c()@
                    const a = [\\n  1, 2,\\n];\\nfor (;;) {\\n  b({\\n    c,\\n  });\\n}\\n | @let a=[1,2];for(;;){b({c})}@
                    a = b\\n  ? c.d()\\n    .e\\n  : f\\n  && g;\\nx = 1\\n  .y | @a=b?c.d().e:f&&g;x=1\\n.y@
                    function a() {\\n  b();\\n}\\nconst c = {\\n};\\nlet e;\\nf = {\\n}\\nlettuce | @function a(){b()}let c={};let e;f={}\\nlettuce@
                    const { a } = b, myconst = 'const c';\\n | let{a}=b,myconst='const c';
                    typeof a === 'b' in  c\\n | typeof a==='b'in c
                    """)
    void leavesOutWhatNothingDependsOn(String script, String tight) {
        assertThat(TightScript.of(lines(script)).strip()).isEqualTo(lines(tight));
    }

    private static String lines(String text) {
        return text.replace("\\n", "\n").replace("\\\\", "\\");
    }
}
