// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TightScriptTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '@', textBlock = """
                    const a = 1;\\n  const b = a  +  2; // both\\n | let a=1,b=a+2;
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
                    const a = () => {\\n  const b = 1;\\n  const { c } = b;\\n  c();\\n  const d = [c];\\n};\\n\\n// e\\nconst f = `${b(() => {\\n  const g = 1;\\n  return g;\\n})}`;\\nconst h = 2;\\n | let a=()=>{let b=1,{c}=b;c();let d=[c]},f=`${b(()=>{let g=1;return g})}`,h=2;
                    for (const a of b) {\\n  c = 1;\\n  const d = 2;\\n}\\nlet e = 1;\\nconst f = 2;\\n | for(let a of b){c=1;let d=2}let e=1;let f=2;
                    typeof a === 'b' in  c\\n | typeof a==='b'in c
                    """)
    void leavesOutWhatNothingDependsOn(String script, String tight) {
        assertThat(TightScript.of(lines(script)).strip()).isEqualTo(lines(tight));
    }

    private static String lines(String text) {
        return text.replace("\\n", "\n").replace("\\\\", "\\");
    }
}
